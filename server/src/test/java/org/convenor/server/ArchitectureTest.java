package org.convenor.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/// Who may know whom. Arrows point down only: the server knows everything, the adapters and the
/// protocol files know the core, and inside the core a package knows those before it.
@AnalyzeClasses(packages = "org.convenor", importOptions = ProductOnly.class)
final class ArchitectureTest {
    /// In the order in which they may know each other.
    private static final String[] CORE = {
        "chat",
        "people",
        "protocol",
        "session",
        "matching",
        "prompt",
        "plan",
        "view",
        "command",
        "store",
        "runtime"
    };

    private static final String[] ABOVE_THE_CORE = {
        "protocols", "web", "slack", "teams", "rehearsal", "server"
    };
    private static final String[] SQL = {
        "java.sql..",
        "javax.sql..",
        "org.sqlite..",
        "org.postgresql..",
        "com.zaxxer..",
        "org.flywaydb.."
    };

    @ArchTest static final ArchRule chat_knows_nobody = knows("chat");

    @ArchTest static final ArchRule people_know_chat = knows("people", "chat");

    @ArchTest static final ArchRule a_protocol_knows_chat = knows("protocol", "chat");

    @ArchTest
    static final ArchRule a_session_knows_its_protocol_and_people =
            knows("session", "protocol", "people", "chat");

    // Ids of members stand in chat, so whoever knows people knows those too.
    @ArchTest static final ArchRule matching_knows_people = knows("matching", "people", "chat");

    @ArchTest static final ArchRule prompts_know_people = knows("prompt", "people", "chat");

    @ArchTest static final ArchRule plans_know_people = knows("plan", "people", "chat");

    @ArchTest static final ArchRule views_know_what_they_show = knows("view", before("view"));

    @ArchTest
    static final ArchRule commands_know_what_is_before_them = knows("command", before("command"));

    @ArchTest
    static final ArchRule the_store_knows_what_it_stores = knows("store", before("store"));

    @ArchTest
    static final ArchRule the_runtime_knows_the_core = knows("runtime", before("runtime"));

    @ArchTest static final ArchRule protocol_files_know_the_core = knows("protocols", CORE);

    @ArchTest static final ArchRule the_room_knows_the_core = knows("web", CORE);

    @ArchTest static final ArchRule slack_knows_the_core = knows("slack", CORE);

    @ArchTest static final ArchRule teams_know_the_core = knows("teams", CORE);

    // Invented people come in by the browser room.
    @ArchTest
    static final ArchRule rehearsals_know_the_core_and_the_room =
            knows("rehearsal", concat(CORE, "web"));

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("org.convenor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_package_has_its_place_in_these_rules =
            classes()
                    .that()
                    .resideInAPackage("org.convenor..")
                    .should()
                    .resideInAnyPackage(in(concat(CORE, ABOVE_THE_CORE)));

    @ArchTest
    static final ArchRule sql_stays_in_the_store =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(in("store", "runtime", "server"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SQL);

    @ArchTest
    static final ArchRule yaml_stays_in_the_protocol_files =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.convenor.protocols..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.snakeyaml..", "org.yaml..");

    @ArchTest
    static final ArchRule no_platform_in_the_core =
            noClasses()
                    .that()
                    .resideInAnyPackage(in(CORE))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.slack..",
                            "com.microsoft..",
                            "jakarta.servlet..",
                            "org.eclipse.jetty..",
                            "gg.jte..",
                            "picocli..");

    private static ArchRule knows(String one, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("org.convenor.%s..".formatted(one))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in(strangers(one, others)))
                .allowEmptyShould(true);
    }

    private static String[] strangers(String one, String... known) {
        return Stream.of(concat(CORE, ABOVE_THE_CORE))
                .filter(name -> !name.equals(one) && !Arrays.asList(known).contains(name))
                .toArray(String[]::new);
    }

    private static String[] before(String one) {
        return Stream.of(CORE).takeWhile(name -> !name.equals(one)).toArray(String[]::new);
    }

    private static String[] in(String... names) {
        return Stream.of(names).map("org.convenor.%s.."::formatted).toArray(String[]::new);
    }

    private static String[] concat(String[] first, String... second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
    }
}
