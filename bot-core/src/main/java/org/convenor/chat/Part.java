package org.convenor.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of a [Message]. Renderers turn each kind into what their platform has.
public sealed interface Part {
    /// A title. Plain text.
    record Heading(String text) implements Part {}

    /// Our own words, in a small Markdown: `**bold**`, `*italic*`, `` `code` ``, links, `-` lists
    /// and `>` quotes.
    record Text(String markdown) implements Part {}

    /// Somebody's own words: plain text that a renderer escapes and neutralises, links made
    /// clickable, lines kept.
    ///
    /// @param author name as shown, or null where names are hidden
    /// @param team the author's district, or null where names are hidden or there is none
    /// @param note what to add in small type, such as "added later", or null
    record Said(@Nullable String author, @Nullable String team, String words, @Nullable String note)
            implements Part {}

    /// Small labelled values.
    record Facts(List<Fact> facts) implements Part {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// One labelled value.
    ///
    /// @param label what it is, plain text
    /// @param value plain text
    record Fact(String label, String value) {}

    /// People and how each stands, for example "spoke", "now", "next".
    record People(List<PersonLine> people) implements Part {
        public People {
            people = List.copyOf(people);
        }
    }

    /// One person and how they stand.
    ///
    /// @param team the person's district, or null
    /// @param state short words, or empty
    /// @param now true for the one whose turn it is
    record PersonLine(String name, @Nullable String team, String state, boolean now) {}

    /// Counts beside each other, for example of votes, each as long as it is large.
    record Bars(List<Bar> bars) implements Part {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /// One count.
    ///
    /// @param label what was counted, plain text; may be a whole sentence
    /// @param count how many, in words, for example "4 points"
    /// @param who names behind it, or empty
    /// @param value from 0 to `whole`
    /// @param whole what a full bar stands for; at least 1
    /// @param best whether it won
    record Bar(String label, String count, String who, int value, int whole, boolean best) {}

    /// Groups that work beside each other.
    record Groups(List<GroupLine> groups) implements Part {
        public Groups {
            groups = List.copyOf(groups);
        }
    }

    /// One group: who is in it, and where it is.
    ///
    /// @param name as people say it, for example "Group 2"
    /// @param people names of those in it
    /// @param state short words, or empty
    /// @param clock its own, or null if it has none now
    /// @param done whether it waits for others
    /// @param own whether the reader is in it
    /// @param choices buttons for this group alone; empty where nobody leads
    record GroupLine(
            String name,
            List<String> people,
            String state,
            @Nullable Deadline clock,
            boolean done,
            boolean own,
            List<Choice> choices) {
        public GroupLine {
            people = List.copyOf(people);
            choices = List.copyOf(choices);
        }
    }

    /// Buttons.
    record Choices(List<Choice> choices) implements Part {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /// One button.
    ///
    /// @param confirm the question asked before it acts, or null
    record Choice(String label, Press press, Emphasis emphasis, @Nullable String confirm) {}

    /// How much a button stands out. At most one `PRIMARY` in a message.
    enum Emphasis {
        PRIMARY,
        PLAIN,
        DANGER
    }

    /// A form shown in place.
    record Fields(Form form) implements Part {}

    /// When the time of a step is up. The reader's device may count down; the text itself never
    /// changes by the second.
    ///
    /// @param at the moment, or null while the clock stands still
    /// @param left what is left while paused, or null while running or untimed
    /// @param total the whole time of the step, for a bar; zero if unknown
    record Deadline(@Nullable Instant at, @Nullable Duration left, Duration total)
            implements Part {}

    /// An image.
    ///
    /// @param alternative says the same in words; not blank
    record Picture(String url, String alternative) implements Part {}

    /// A thin line between what belongs apart.
    record Divider() implements Part {}
}
