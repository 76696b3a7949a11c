package org.convenor.protocols;

import static org.convenor.protocols.Wording.anyOf;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Method;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;

/// A value that must be one of a few.
///
/// @param words what the file may say, in the order told to its author; of several words for one
///   value only the first is told
record OneOf<T>(SequencedMap<String, T> words) {
    static final OneOf<Reveal> REVEAL =
            of(
                    Map.entry("as they arrive", Reveal.AS_THEY_ARRIVE),
                    Map.entry("together", Reveal.TOGETHER),
                    Map.entry("to the presenter", Reveal.TO_THE_PRESENTER),
                    Map.entry("to the own team", Reveal.TO_THE_OWN_TEAM),
                    Map.entry("to the own group", Reveal.TO_THE_OWN_GROUP),
                    Map.entry("to the own group, in the next step", Reveal.TO_THE_NEXT_GROUP),
                    Map.entry("to the next group", Reveal.TO_THE_NEXT_GROUP),
                    Map.entry("to facilitators", Reveal.TO_FACILITATORS),
                    Map.entry("never", Reveal.NEVER));

    static final OneOf<Names> NAMES =
            of(
                    Map.entry("shown", Names.SHOWN),
                    Map.entry("hidden", Names.HIDDEN),
                    Map.entry("anonymous", Names.ANONYMOUS));

    static final OneOf<Becomes> BECOMES =
            of(
                    Map.entry("milestone", Becomes.MILESTONE),
                    Map.entry("plan section", Becomes.PLAN_SECTION),
                    Map.entry("note", Becomes.NOTE),
                    Map.entry("feedback", Becomes.FEEDBACK),
                    Map.entry("decision", Becomes.DECISION));

    static final OneOf<Mode> MODE =
            of(Map.entry("live", Mode.LIVE), Map.entry("async", Mode.ASYNC));

    static final OneOf<Method> METHOD =
            of(
                    Map.entry("consent", Method.CONSENT),
                    Map.entry("fist to five", Method.FIST_TO_FIVE),
                    Map.entry("dots", Method.DOTS),
                    Map.entry("rank", Method.RANK),
                    Map.entry("majority", Method.MAJORITY));

    static final OneOf<Grouping.Late> LATE =
            of(
                    Map.entry("join the smallest group", Grouping.Late.SMALLEST_GROUP),
                    Map.entry("join from the next round", Grouping.Late.NEXT_ROUND));

    T read(String written) throws Misread {
        String small = Section.small(written).replace('-', ' ');
        T value = words.get(small);
        if (value != null) {
            return value;
        }
        throw new Misread(
                "is not possible here. Write %s.%s"
                        .formatted(anyOf(told()), Nearest.hint(small, words.keySet())));
    }

    private List<String> told() {
        Set<T> seen = new HashSet<>();
        return words.entrySet().stream()
                .filter(entry -> seen.add(entry.getValue()))
                .map(entry -> Wording.quoted(entry.getKey()))
                .toList();
    }

    @SafeVarargs
    private static <T> OneOf<T> of(Map.Entry<String, T>... entries) {
        SequencedMap<String, T> map = new LinkedHashMap<>();
        for (Map.Entry<String, T> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return new OneOf<>(map);
    }
}
