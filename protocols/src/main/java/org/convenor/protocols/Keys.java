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

    /// Kinds that hold other steps. They take no time of their own.
    private static final Set<String> FRAMES = Set.of("repeat", "when");

    /// Kinds whose words after the colon are a value, not a text for people.
    private static final Set<String> WORDLESS =
            Set.of("show", "keep", "group", "repeat", "when", "stop");

    /// Each kind with the attributes of its own.
    private static final SequencedMap<String, List<String>> KINDS = kinds();

    private Keys() {}

    private static SequencedMap<String, List<String>> kinds() {
        SequencedMap<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("say", List.of());
        kinds.put(
                "ask",
                words(
                        "who, answer, show, save as, reveal, names, until, before the session, may pass"));
        kinds.put("show", List.of());
        kinds.put("turn", words("who, listening, show, each, until, may end early"));
        kinds.put("talk", words("who, listening, show, meanwhile, until, may end early"));
        kinds.put("quiet", List.of("show"));
        kinds.put(
                "round",
                words(
                        "who, listening, show, each, may pass, at once, reveal, meanwhile, until, may end early"));
        kinds.put("keep", List.of("becomes"));
        kinds.put("group", words("match, avoid, if odd, late arrivals, roles"));
        kinds.put("repeat", words("steps, at most, if still open"));
        kinds.put("when", List.of("steps"));
        kinds.put("stop", List.of());
        kinds.put(
                "decide",
                words(
                        "who, method, choices, choices from, dots, reason needed for, needs, show, save as, reveal, names,"
                                + " until, may pass"));
        kinds.put("deal", words("who, cards, cards each, answer, save as, reveal, until"));
        kinds.put("sort", words("who, cards, into, save as, reveal, until"));
        return kinds;
    }

    private static List<String> words(String list) {
        return List.of(list.split(", "));
    }

    static boolean isKind(String key) {
        return KINDS.containsKey(key);
    }

    static boolean isFrame(String kind) {
        return FRAMES.contains(kind);
    }

    static boolean isWordless(String kind) {
        return WORDLESS.contains(kind);
    }

    static List<String> kindNames() {
        return List.copyOf(KINDS.keySet());
    }

    /// Every attribute a step of this kind may have.
    static List<String> of(String kind) {
        if (kind.equals("stop")) {
            return List.of();
        }
        List<String> keys = new ArrayList<>(isFrame(kind) ? List.of("title") : EVERY_STEP);
        keys.addAll(KINDS.getOrDefault(kind, List.of()));
        return keys;
    }

    /// Every attribute that some step may have.
    static List<String> ofAnyStep() {
        List<String> keys = new ArrayList<>(EVERY_STEP);
        KINDS.values().forEach(keys::addAll);
        return keys;
    }

    /// The kinds that have this attribute of their own; empty for a word that is no attribute, or
    /// one of every step.
    static List<String> kindsWith(String key) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().contains(key))
                .map(Map.Entry::getKey)
                .toList();
    }

    static boolean isOfEveryStep(String key) {
        return EVERY_STEP.contains(key);
    }

    /// Every word that may start a line.
    static List<String> all() {
        List<String> all = new ArrayList<>(HEADER);
        all.addAll(EVERY_STEP);
        KINDS.forEach((kind, keys) -> {
            all.add(kind);
            all.addAll(keys);
        });
        return all;
    }
}
