package org.convenor.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convenor.protocol.Names;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// What a session that begins again takes along from the one before: saved answers whose name and
/// kind the new protocol has too. Votes and cards are done anew, and what was answered in groups or
/// passes belongs to those. An anonymous answer is never taken along: it is nobody's.
///
/// @param copies one for each answer, numbered without gaps
/// @param revealed titles of the questions whose answers are out already
/// @param left titles of the questions whose answers stay in the earlier session, sorted
/// @param leavesAnonymous whether anonymous answers stay there
public record CarriedOver(
        List<Copy> copies, Set<String> revealed, Set<String> left, boolean leavesAnonymous) {
    public static final CarriedOver NOTHING = new CarriedOver(List.of(), Set.of(), Set.of(), false);

    public CarriedOver {
        copies = List.copyOf(copies);
        revealed = Set.copyOf(revealed);
        left = Collections.unmodifiableSortedSet(new TreeSet<>(left));
    }

    /// One answer that is taken along.
    ///
    /// @param from number of its first field in the earlier session
    /// @param question title of the question that it answers now
    /// @param step index of the step that asks it now
    /// @param given as the new session keeps it
    public record Copy(int from, String question, int step, Unit unit, Given given) {}

    /// @param first the first number that an answer may get in the new session
    public static CarriedOver from(Session old, Protocol next, int first) {
        var questions = questions(next);
        var copies = new ArrayList<Copy>();
        var revealed = new TreeSet<String>();
        var left = new TreeSet<String>();
        boolean anonymous = false;
        int number = first;
        for (var answered : old.answers().entrySet()) {
            var asking = Asking.parse(answered.getKey());
            var asked = asked(old.protocol(), asking.question());
            if (asked != null && asked.ask().names() == Names.ANONYMOUS) {
                anonymous = true;
                continue;
            }
            var counterpart = asked == null ? null : counterpart(old, asked.ask(), questions);
            boolean isWhole = asking.equals(Asking.of(asking.question()));
            for (var given : answered.getValue().entrySet()) {
                var unit = new Unit(given.getKey());
                if (counterpart == null || !isWhole || unit.isGroup()) {
                    left.add(asking.question());
                    continue;
                }
                copies.add(copy(given.getValue(), unit, counterpart, number));
                number += counterpart.ask().answer().fields().size();
                if (old.revealed().contains(answered.getKey())) {
                    revealed.add(counterpart.ask().title());
                }
            }
        }
        return new CarriedOver(copies, revealed, left, anonymous);
    }

    /// A visit of none: it completes no question by itself, and can be changed.
    private static Copy copy(Given given, Unit unit, Asked to, int number) {
        var next =
                new Given(
                        given.by(),
                        number,
                        given.fields(),
                        0,
                        given.afterReveal(),
                        given.marks(),
                        given.consent());
        return new Copy(given.first(), to.ask().title(), to.step(), unit, next);
    }

    private record Asked(int step, Step.Ask ask) {}

    private static @Nullable Asked asked(Protocol protocol, String title) {
        return questions(protocol).stream()
                .filter(asked -> asked.ask().title().equals(title))
                .findFirst()
                .orElse(null);
    }

    /// The questions of a protocol that are answered in words or numbers.
    private static List<Asked> questions(Protocol protocol) {
        var found = new ArrayList<Asked>();
        for (int index = 0; index < protocol.steps().size(); index++) {
            var step = protocol.steps().get(index);
            int at = index;
            Stream.of(step instanceof Step.Ask ask ? ask : null, step.meanwhile())
                    .filter(ask -> ask != null)
                    .forEach(ask -> found.add(new Asked(at, ask)));
        }
        return found;
    }

    /// The question of the same saved name and kind: of the same title, or else the only one.
    private static @Nullable Asked counterpart(Session old, Step.Ask ask, List<Asked> questions) {
        if (ask.saveAs() == null) {
            return null;
        }
        var same =
                questions.stream()
                        .filter(other -> ask.saveAs().equals(other.ask().saveAs()))
                        .filter(other -> ask.answer().equals(other.ask().answer()))
                        .filter(other -> other.ask().names() != Names.ANONYMOUS)
                        .toList();
        boolean isOnly = same.size() == 1 && Questions.savedAs(old, ask.saveAs()).size() == 1;
        return same.stream()
                .filter(other -> isOnly || other.ask().title().equals(ask.title()))
                .findFirst()
                .orElse(null);
    }

    /// As the new session keeps them.
    Map<String, Map<String, Given>> answers() {
        return copies.stream()
                .collect(
                        Collectors.groupingBy(
                                Copy::question,
                                HashMap::new,
                                Collectors.toMap(copy -> copy.unit().key(), Copy::given)));
    }

    /// The highest number given out, or zero.
    int last() {
        return copies.stream()
                .mapToInt(copy -> copy.given().first() + copy.given().fields() - 1)
                .max()
                .orElse(0);
    }
}
