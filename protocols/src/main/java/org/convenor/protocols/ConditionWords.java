package org.convenor.protocols;

import static org.convenor.protocols.Wording.anyOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Condition.Test;

/// Reads what a `when` or a `repeat: until …` asks of what happened so far.
final class ConditionWords {
    private static final SequencedMap<String, Test> DECISIONS = decisions();

    private static final Pattern ANSWERED =
            Pattern.compile("(somebody|someone|nobody|no one) (?:has )?answered (.+)");

    /// What to write, in the order told.
    private static final List<String> WORDS =
            List.of(
                    "there are objections",
                    "there are no objections",
                    "it is decided",
                    "it is not decided",
                    "somebody answered NAME",
                    "nobody answered NAME");

    private final Reading reading;
    private final Place place;

    ConditionWords(Reading reading, Place place) {
        this.reading = reading;
        this.place = place;
    }

    private static SequencedMap<String, Test> decisions() {
        SequencedMap<String, Test> words = new LinkedHashMap<>();
        words.put("there are objections", Test.OBJECTIONS);
        words.put("somebody objected", Test.OBJECTIONS);
        words.put("somebody objects", Test.OBJECTIONS);
        words.put("there are no objections", Test.NO_OBJECTIONS);
        words.put("nobody objected", Test.NO_OBJECTIONS);
        words.put("nobody objects", Test.NO_OBJECTIONS);
        words.put("it is decided", Test.DECIDED);
        words.put("there is a decision", Test.DECIDED);
        words.put("it is not decided", Test.UNDECIDED);
        words.put("there is no decision", Test.UNDECIDED);
        words.put("it is still open", Test.UNDECIDED);
        return words;
    }

    Condition read(String words) throws Misread {
        String small = Section.small(words);
        Test test = DECISIONS.get(small);
        if (test != null) {
            return about(test);
        }
        Matcher answered = ANSWERED.matcher(small);
        if (!answered.matches()) {
            throw unknown(small);
        }
        boolean nobody = answered.group(1).startsWith("no");
        Kept kept = reading.saved().find(answered.group(2));
        return new Condition(nobody ? Test.NOT_ANSWERED : Test.ANSWERED, kept.name());
    }

    private Condition about(Test test) throws Misread {
        boolean objectable = test == Test.OBJECTIONS || test == Test.NO_OBJECTIONS;
        Past.Decided decided = reading.past().latest(place, objectable);
        if (decided == null && !reading.past().hasUnread()) {
            throw new Misread(missing(objectable));
        }
        return new Condition(test, decided == null ? "" : decided.step().title());
    }

    private String missing(boolean objectable) {
        if (reading.past().hasDecision(objectable)) {
            return "speaks of a decision that each group took for itself. Put this step inside the groups too.";
        }
        return objectable
                ? "speaks of objections, but no “decide” before it uses the method consent or fist to five."
                : "speaks of a decision, but no “decide” stands before it.";
    }

    private static Misread unknown(String small) {
        return new Misread(
                "is no condition I know. Write %s.%s"
                        .formatted(
                                anyOf(WORDS.stream().map(Wording::quoted).toList()),
                                Nearest.hint(small, DECISIONS.keySet())));
    }
}
