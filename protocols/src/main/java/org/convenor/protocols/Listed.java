package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads several words after one key: with commas, in square brackets, or below each other.
final class Listed {
    private Listed() {}

    /// The words, each with its line; empty if the key is missing or was remarked.
    static List<Node.Words> words(Section section, String key) {
        Node node = section.node(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Node.Listing list)) {
            String words = section.words(key);
            int line = section.line(key);
            return words == null
                    ? List.of()
                    : Arrays.stream(words.split(",", -1))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .map(word -> new Node.Words(line, word))
                            .toList();
        }
        List<Node.Words> all = new ArrayList<>();
        for (Node item : list.items()) {
            if (item instanceof Node.Words words && !words.text().isBlank()) {
                all.add(words);
            } else {
                section.error(
                        item.line(),
                        "The list after %s holds something else than plain words. A text with a colon in it needs “quotes”."
                                .formatted(quoted(section.written(key))));
            }
        }
        return all;
    }
}
