package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The named entries of one part of a file: the header, or one step. Keys are found whatever their
/// capitals.
final class Section {
    /// Reads the words after a colon.
    interface Parser<T> {
        T read(String words) throws Misread;
    }

    private final int line;
    private final Remarks remarks;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private String where = "";

    Section(Node.Mapping mapping, Remarks remarks) {
        this.line = mapping.line();
        this.remarks = remarks;
        mapping.entries().forEach(entry -> entries.put(small(entry.key()), entry));
    }

    /// @param where what every remark starts with, for example `Step “Feedback”: `, or empty
    void named(String where) {
        this.where = where;
    }

    int line() {
        return line;
    }

    /// The line of the entry, or the section's first line if there is none.
    int line(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    /// Whether the key is missing, and nothing that is there looks like a slip for it: that slip is
    /// remarked already.
    boolean lacks(String key) {
        return keys().stream().noneMatch(there -> Nearest.to(there, List.of(key)) != null);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    @Nullable Node node(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /// Keys as they are compared: small letters, single spaces.
    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /// The key as its author wrote it.
    String written(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? key : entry.key();
    }

    void error(int at, String sentence) {
        remarks.error(at, where + sentence);
    }

    void error(String key, String sentence) {
        error(line(key), sentence);
    }

    void warning(int at, String sentence) {
        remarks.warning(at, where + sentence);
    }

    void warning(String key, String sentence) {
        remarks.warning(line(key), where + sentence);
    }

    /// The words after the key; null if it is missing, empty, or a remark was made because it holds
    /// a list.
    @Nullable String words(String key) {
        Node.Entry entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (!(entry.value() instanceof Node.Words(int _, String text))) {
            error(
                    key,
                    "After %s I expect words on the same line, not a list."
                            .formatted(quoted(written(key))));
            return null;
        }
        if (text.isBlank()) {
            error(
                    key,
                    "Nothing stands after %s. Write something there, or delete the line."
                            .formatted(quoted(written(key) + ":")));
            return null;
        }
        return text.strip();
    }

    /// What the parser makes of the words, or `otherwise` if they are missing or were remarked.
    <T extends @Nullable Object> T read(String key, T otherwise, Parser<? extends T> parser) {
        String words = words(key);
        if (words == null) {
            return otherwise;
        }
        try {
            return parser.read(words);
        } catch (Misread misread) {
            error(key, "%s %s".formatted(quoted(written(key) + ": " + words), misread.predicate()));
            return otherwise;
        }
    }

    boolean yes(String key) {
        return read(key, false, YesNo::read);
    }

    /// Remarks every key that is none of these.
    void onlyKnown(Collection<String> known) {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                error(
                        key,
                        "I do not know %s.%s"
                                .formatted(quoted(entry.key()), Nearest.hint(key, known)));
            }
        });
    }

    static String small(String key) {
        return key.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
