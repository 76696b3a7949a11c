package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Answer.Kind;
import org.jspecify.annotations.Nullable;

/// Reads the `answer` of a step: one kind, or several named fields.
final class AnswerReader {
    /// A form with more is a questionnaire.
    private static final int MOST_FIELDS = 10;

    private static final int LONGEST_NAME = 40;

    private final Section step;
    private final KindWords kinds;

    AnswerReader(Section step, Texts texts) {
        this.step = step;
        this.kinds = new KindWords(texts);
    }

    Answer plain() {
        return Answer.of(new Kind.Text());
    }

    /// The answer; a plain text where the file does not say or was remarked.
    Answer read() {
        Answer text = plain();
        Node node = step.node("answer");
        return switch (node) {
            case null -> text;
            case Node.Words _ -> step.read("answer", text, words -> Answer.of(kinds.read(words)));
            case Node.Listing list -> {
                step.error(
                        list.line(),
                        "Before a list of options write “one of:”, “pick up to 2 from:” or “rank:”.");
                yield text;
            }
            case Node.Mapping mapping -> ofMapping(mapping, text);
        };
    }

    private Answer ofMapping(Node.Mapping mapping, Answer text) {
        Kind only = list(mapping);
        if (only != null) {
            return Answer.of(only);
        }
        List<Answer.Field> fields = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            fields.add(new Answer.Field(name(entry), kind(entry)));
        }
        if (fields.size() > MOST_FIELDS) {
            step.error(
                    mapping.line(),
                    "The form has %d fields. At most %d fit on one form; split the step."
                            .formatted(fields.size(), MOST_FIELDS));
        }
        return fields.isEmpty() ? text : new Answer(fields);
    }

    private String name(Node.Entry entry) {
        String name = entry.key();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            step.error(
                    entry.line(),
                    "A field needs a name of 1 to %d characters; %s has %d."
                            .formatted(LONGEST_NAME, quoted(name), name.length()));
        }
        return name;
    }

    private Kind kind(Node.Entry entry) {
        if (entry.value() instanceof Node.Words(int _, String words)) {
            try {
                return kinds.read(words);
            } catch (Misread misread) {
                step.error(
                        entry.line(),
                        quoted(entry.key() + ": " + words) + " " + misread.predicate());
                return new Kind.Text();
            }
        }
        Kind list = entry.value() instanceof Node.Mapping mapping ? list(mapping) : null;
        if (list == null) {
            step.error(
                    entry.line(),
                    "After the field %s I expect one kind of answer, for example “short text”."
                            .formatted(quoted(entry.key())));
        }
        return list == null ? new Kind.Text() : list;
    }

    /// A choice whose options stand below it as a list, or null if this is something else.
    private @Nullable Kind list(Node.Mapping mapping) {
        if (mapping.entries().size() != 1) {
            return null;
        }
        Node.Entry entry = mapping.entries().getFirst();
        if (!KindWords.takesList(entry.key())) {
            return null;
        }
        try {
            return entry.value() instanceof Node.Words(int _, String words)
                    ? kinds.read(entry.key() + " " + words)
                    : kinds.read(entry.key(), options(entry.value()));
        } catch (Misread misread) {
            step.error(entry.line(), quoted(entry.key()) + " " + misread.predicate());
            return new Kind.Text();
        }
    }

    private static List<String> options(Node node) throws Misread {
        List<String> options = new ArrayList<>();
        for (Node item : node instanceof Node.Listing list ? list.items() : List.of(node)) {
            if (!(item instanceof Node.Words(int _, String words))) {
                throw new Misread("needs a list of plain words, one after each hyphen.");
            }
            if (!words.isBlank()) {
                options.add(words.strip());
            }
        }
        return options;
    }
}
