package org.convenor.protocols;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// The words of the language: what a file and a step may say.
final class Keys {
    static final List<String> HEADER =
            List.of(
                    "protocol",
                    "version",
                    "language",
                    "name",
                    "also named",
                    "purpose",
                    "credit",
                    "announced length",
                    "people",
                    "roles",
                    "modes",
                    "settings",
                    "steps");

    private static final List<String> EVERY_STEP = List.of("title", "read aloud", "live", "async");

    /// The kinds this version runs, each with the attributes of its own.
    private static final SequencedMap<String, List<String>> KINDS = kinds();

    /// Kinds of the language that this version cannot run yet.
    private static final Set<String> LATER_KINDS =
            Set.of("group", "repeat", "when", "stop", "decide", "deal", "sort");

    /// Attributes of the language that this version cannot run yet.
    private static final Set<String> LATER =
            Set.of(
                    "match",
                    "avoid",
                    "if odd",
                    "late arrivals",
                    "steps",
                    "at most",
                    "if still open",
                    "method",
                    "dots",
                    "choices",
                    "choices from",
                    "reason needed for",
                    "needs",
                    "sort into");

    private Keys() {}

    private static SequencedMap<String, List<String>> kinds() {
        SequencedMap<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("say", List.of());
        kinds.put(
                "ask",
                List.of(
                        "who",
                        "answer",
                        "show",
                        "save as",
                        "reveal",
                        "names",
                        "until",
                        "before the session",
                        "may pass"));
        kinds.put("show", List.of());
        kinds.put("turn", List.of("who", "listening", "show", "each", "until", "may end early"));
        kinds.put(
                "talk", List.of("who", "listening", "show", "meanwhile", "until", "may end early"));
        kinds.put("quiet", List.of("show"));
        kinds.put(
                "round",
                List.of(
                        "who",
                        "listening",
                        "show",
                        "each",
                        "may pass",
                        "at once",
                        "reveal",
                        "meanwhile",
                        "until",
                        "may end early"));
        kinds.put("keep", List.of("becomes"));
        return kinds;
    }

    static boolean isKind(String key) {
        return KINDS.containsKey(key);
    }

    static boolean isLaterKind(String key) {
        return LATER_KINDS.contains(key);
    }

    static boolean isLater(String key) {
        return LATER.contains(key);
    }

    static List<String> kindNames() {
        return List.copyOf(KINDS.keySet());
    }

    /// Every attribute a step of this kind may have.
    static List<String> of(String kind) {
        List<String> keys = new ArrayList<>(EVERY_STEP);
        keys.addAll(KINDS.getOrDefault(kind, List.of()));
        return keys;
    }

    /// The kinds that have this attribute; empty for a word that is no attribute.
    static List<String> kindsWith(String key) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().contains(key))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Every kind of the language, also those that cannot be run yet.
    static List<String> anyKind() {
        List<String> all = new ArrayList<>(KINDS.keySet());
        LATER_KINDS.stream().sorted().forEach(all::add);
        return all;
    }

    /// Every word that may start a line.
    static List<String> all() {
        List<String> all = new ArrayList<>(HEADER);
        all.addAll(EVERY_STEP);
        all.addAll(LATER);
        all.addAll(LATER_KINDS);
        KINDS.forEach((kind, keys) -> {
            all.add(kind);
            all.addAll(keys);
        });
        return all;
    }
}
