package org.convenor.protocols;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives every step of a table a title of its own.
final class TableTitles {
    private static final int WORDS = 5;
    private static final int LONGEST = 60;

    private final Set<String> used = new HashSet<>();

    /// The title the table gives, or the first words of the text, or the kind.
    String choose(String given, String text, String kind) {
        if (!given.isEmpty()) {
            used.add(Section.small(given));
            return given;
        }
        String words =
                Arrays.stream(text.replaceAll("[{}]", "").split("\\s+"))
                        .limit(WORDS)
                        .collect(Collectors.joining(" "))
                        .replaceAll("[\\s.,:;!?…-]+$", "");
        String title = words.isEmpty() ? kind : words;
        if (title.length() > LONGEST) {
            title =
                    title.substring(
                                    0,
                                    title.offsetByCodePoints(
                                            0, title.codePointCount(0, LONGEST) - 1))
                            + "…";
        }
        String unique = Character.toTitleCase(title.charAt(0)) + title.substring(1);
        for (int i = 2; !used.add(Section.small(unique)); i++) {
            unique =
                    "%s (%d)"
                            .formatted(
                                    Character.toTitleCase(title.charAt(0)) + title.substring(1), i);
        }
        return unique;
    }
}
