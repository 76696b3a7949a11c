package org.convenor.protocols;

import static org.convenor.protocols.Wording.anyOf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;

/// A value that must be one of a few.
///
/// @param words what the file may say, in the order told to its author
/// @param later words of the language that this version cannot run yet
record Choice<T>(SequencedMap<String, T> words, java.util.Set<String> later) {
    static final Choice<Reveal> REVEAL =
            new Choice<>(
                    inOrder(
                            Map.entry("as they arrive", Reveal.AS_THEY_ARRIVE),
                            Map.entry("together", Reveal.TOGETHER),
                            Map.entry("to the presenter", Reveal.TO_THE_PRESENTER),
                            Map.entry("to the own team", Reveal.TO_THE_OWN_TEAM),
                            Map.entry("to facilitators", Reveal.TO_FACILITATORS),
                            Map.entry("never", Reveal.NEVER)),
                    java.util.Set.of("to the own group", "to the own group, in the next step"));

    static final Choice<Names> NAMES =
            new Choice<>(
                    inOrder(
                            Map.entry("shown", Names.SHOWN),
                            Map.entry("hidden", Names.HIDDEN),
                            Map.entry("anonymous", Names.ANONYMOUS)),
                    java.util.Set.of());

    static final Choice<Becomes> BECOMES =
            new Choice<>(
                    inOrder(
                            Map.entry("milestone", Becomes.MILESTONE),
                            Map.entry("plan section", Becomes.PLAN_SECTION),
                            Map.entry("note", Becomes.NOTE),
                            Map.entry("feedback", Becomes.FEEDBACK),
                            Map.entry("decision", Becomes.DECISION)),
                    java.util.Set.of());

    static final Choice<Mode> MODE =
            new Choice<>(
                    inOrder(Map.entry("live", Mode.LIVE), Map.entry("async", Mode.ASYNC)),
                    java.util.Set.of());

    T read(String written) throws Misread {
        String small = Section.small(written);
        T value = words.get(small);
        if (value != null) {
            return value;
        }
        if (later.contains(small)) {
            throw new Misread(Later.SENTENCE);
        }
        throw new Misread(
                "is not possible here. Write %s.%s"
                        .formatted(
                                anyOf(words.keySet().stream().map(Wording::quoted).toList()),
                                Nearest.hint(small, words.keySet())));
    }

    @SafeVarargs
    private static <T> SequencedMap<String, T> inOrder(Map.Entry<String, T>... entries) {
        SequencedMap<String, T> map = new LinkedHashMap<>();
        for (Map.Entry<String, T> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
