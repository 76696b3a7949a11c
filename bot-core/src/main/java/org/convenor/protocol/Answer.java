package org.convenor.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked for: one or more named fields.
///
/// @param fields in the order shown; a nameless answer has one field named `answer`
public record Answer(List<Field> fields) {
    /// The name of the only field of an answer without named fields.
    public static final String ONLY = "answer";

    public Answer {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("an answer has at least one field");
        }
    }

    public static Answer of(Kind kind) {
        return new Answer(List.of(new Field(ONLY, kind)));
    }

    /// @param name as written in the file, for example `review on`
    public record Field(String name, Kind kind) {}

    public @Nullable Field field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
    }

    /// How one field is answered.
    public sealed interface Kind {
        record Text() implements Kind {}

        record ShortText() implements Kind {}

        /// One option, or up to `most` of them.
        ///
        /// @param setting the list they come from, which the facilitator may have replaced, or null
        record Pick(List<String> options, int most, @Nullable String setting) implements Kind {
            public Pick {
                options = List.copyOf(options);
            }
        }

        /// A whole number between two ends that have words; the words may be empty.
        record Scale(int from, String low, int to, String high) implements Kind {}

        /// Puts the options in order.
        ///
        /// @param setting the list they come from, which the facilitator may have replaced, or null
        record Rank(List<String> options, @Nullable String setting) implements Kind {
            public Rank {
                options = List.copyOf(options);
            }
        }

        record Date() implements Kind {}

        /// Somebody who takes part.
        record Person() implements Kind {}

        record LinkOrFile() implements Kind {}

        /// One to `most` short texts.
        record Several(int most) implements Kind {}
    }
}
