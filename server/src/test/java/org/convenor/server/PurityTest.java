package org.convenor.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// What decides must give the same answer to the same question, on any day and on any machine:
/// instants, ids and seeds are handed in.
@AnalyzeClasses(packages = "org.convenor", importOptions = ProductOnly.class)
final class PurityTest {
    private static final String[] PURE = {
        "org.convenor.chat..",
        "org.convenor.people..",
        "org.convenor.protocol..",
        "org.convenor.session..",
        "org.convenor.matching..",
        "org.convenor.prompt..",
        "org.convenor.plan..",
        "org.convenor.view.."
    };

    /// Besides everything in java.time that is called `now`.
    private static final Set<String> DIFFERENT_EACH_TIME =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.identityHashCode",
                    "java.lang.Math.random",
                    "java.time.ZoneId.systemDefault",
                    "java.util.Locale.getDefault",
                    "java.util.TimeZone.getDefault",
                    "java.util.UUID.randomUUID",
                    "java.util.random.RandomGenerator.getDefault");

    @ArchTest
    static final ArchRule no_clock =
            pure().should().dependOnClassesThat(assignableTo(InstantSource.class));

    @ArchTest
    static final ArchRule nothing_that_differs_each_time =
            pure().should()
                    .accessTargetWhere(describe("differs each time", PurityTest::differsEachTime));

    @ArchTest
    static final ArchRule no_chance_without_a_seed =
            pure().should()
                    .callConstructor(Random.class)
                    .orShould()
                    .dependOnClassesThat(
                            type(ThreadLocalRandom.class).or(type(SecureRandom.class)));

    @ArchTest
    static final ArchRule no_input_or_output =
            pure().should().dependOnClassesThat(doesInputOrOutput());

    @ArchTest
    static final ArchRule no_log =
            pure().should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.slf4j..", "java.util.logging..", "ch.qos.logback..");

    @ArchTest
    static final ArchRule no_thread =
            pure().should()
                    .dependOnClassesThat(
                            type(Thread.class)
                                    .or(
                                            resideInAnyPackage(
                                                    "java.util.concurrent.locks..",
                                                    "java.util.concurrent.atomic..")));

    private static GivenClassesConjunction pure() {
        return noClasses().that().resideInAnyPackage(PURE);
    }

    private static boolean differsEachTime(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        JavaClass owner = target.getOwner();
        return DIFFERENT_EACH_TIME.contains(owner.getName() + "." + target.getName())
                || (owner.getPackageName().startsWith("java.time")
                        && target.getName().equals("now"))
                || target.getFullName().equals("java.util.Collections.shuffle(java.util.List)");
    }

    private static DescribedPredicate<JavaClass> doesInputOrOutput() {
        return resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.net..", "java.sql..", "javax.sql..")
                .and(not(type(Serializable.class)))
                .as("do input or output");
    }
}
