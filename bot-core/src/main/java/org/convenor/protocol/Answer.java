package org.convenor.protocol;

import java.util.List;
import java.util.Set;
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

        /// Somebody who takes part, stored by member id.
        ///
        /// @param accepts whether that person is asked and must say yes
        record Person(boolean accepts) implements Kind {
            public Person() {
                this(false);
            }
        }

        record LinkOrFile() implements Kind {}

        /// One to `most` short texts.
        record Several(int most) implements Kind {}

        /// A vote over choices of the file. Stored as one line for each choice that was used, by
        /// its name.
        ///
        /// @param reasonFor names of the choices that need a reason
        record Vote(List<Choice> choices, Use use, Set<String> reasonFor) implements Kind {
            public Vote {
                choices = List.copyOf(choices);
                reasonFor = Set.copyOf(reasonFor);
            }
        }

        /// Something done with saved answers, the cards. Stored as one line for each card that was
        /// used: its id, and behind an equals sign its number or pile where there is one.
        ///
        /// @param saved name of the saved answers
        record Cards(String saved, Use use) implements Kind {}
    }

    /// What is done with choices or cards.
    public sealed interface Use {
        /// Up to so many different ones are picked.
        record PickUpTo(int most) implements Use {}

        /// All are put in order, the best first.
        record PutInOrder() implements Use {}

        /// Each is rated.
        record Rate(Kind.Scale scale) implements Use {}

        /// Each is put on a pile.
        ///
        /// @param setting the list the piles come from, or null
        record PutOnPiles(List<String> piles, @Nullable String setting) implements Use {
            public PutOnPiles {
                piles = List.copyOf(piles);
            }
        }
    }
}
