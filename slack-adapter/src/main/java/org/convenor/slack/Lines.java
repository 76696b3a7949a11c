package org.convenor.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.convenor.chat.Part;
import org.jspecify.annotations.Nullable;

/// What stands in lines below each other: facts, people, counts, groups.
final class Lines {
    /// Lines in one block; a longer list goes on in the next, so that only its end is cut.
    private static final int FACTS_PER_BLOCK = 5;

    private static final int PEOPLE_PER_BLOCK = 10;
    private static final int NAME = 100;
    private static final int LABEL = 150;
    private static final int VALUE = 500;

    /// Of a sentence.
    private static final int SENTENCE = 2_000;

    private static final int BAR = 12;

    private Lines() {}

    static Stream<LayoutBlock> facts(List<Part.Fact> facts) {
        return facts.stream()
                .gather(Gatherers.windowFixed(FACTS_PER_BLOCK))
                .map(some -> RichText.line(lines(some, Lines::fact)));
    }

    private static List<RichTextElement> fact(Part.Fact fact) {
        var line = new ArrayList<RichTextElement>();
        line.add(Inline.text(Plain.line(fact.label(), LABEL) + ":", Style.BOLD));
        line.add(Inline.text(" ", Style.PLAIN));
        line.addAll(Inline.words(Plain.line(fact.value(), VALUE)));
        return line;
    }

    static Stream<LayoutBlock> people(List<Part.PersonLine> people) {
        return people.stream()
                .gather(Gatherers.windowFixed(PEOPLE_PER_BLOCK))
                .map(some ->
                        RichText.block(
                                List.of(
                                        RichText.bullets(
                                                some.stream().map(Lines::person).toList()))));
    }

    private static RichTextElement person(Part.PersonLine person) {
        var line =
                new ArrayList<>(
                        who(person.name(), person.team(), person.now() ? Style.BOLD : Style.PLAIN));
        var state = Plain.line(person.state(), LABEL);
        if (!state.isEmpty()) {
            line.add(Inline.text(" – ", Style.PLAIN));
            line.add(Inline.text(state, person.now() ? Style.BOLD : Style.ITALIC));
        }
        return RichText.section(line);
    }

    /// A name and a district.
    static List<RichTextElement> who(String name, @Nullable String team, Style style) {
        var shown = Plain.isolated(Plain.line(name, NAME));
        var who = new ArrayList<RichTextElement>();
        who.add(Inline.text(shown.isEmpty() ? "–" : shown, style));
        if (team != null && !team.isBlank()) {
            who.add(Inline.text(" · " + Plain.isolated(Plain.line(team, NAME)), Style.PLAIN));
        }
        return who;
    }

    static Stream<LayoutBlock> bars(List<Part.Bar> bars) {
        return bars.stream().map(bar -> RichText.line(bar(bar)));
    }

    /// The bar is an ornament: the count beside it says the same in words.
    private static List<RichTextElement> bar(Part.Bar bar) {
        var line = new ArrayList<RichTextElement>();
        line.add(
                Inline.text(
                        Plain.line(bar.label() + " ", SENTENCE),
                        bar.best() ? Style.BOLD : Style.PLAIN));
        line.add(Inline.text("\n" + length(bar) + " ", Style.PLAIN));
        line.add(Inline.text(Plain.line(bar.count() + " ", LABEL), Style.BOLD));
        if (!bar.who().isBlank()) {
            line.add(Inline.text(" · " + Plain.line(bar.who(), SENTENCE), Style.ITALIC));
        }
        line.removeIf(Lines::isEmpty);
        return line;
    }

    private static String length(Part.Bar bar) {
        int full = Math.clamp((long) bar.value() * BAR / Math.max(1, bar.whole()), 0, BAR);
        return "▰".repeat(full) + "▱".repeat(BAR - full);
    }

    /// One group: its name, where it is, and who is in it.
    static List<RichTextElement> group(Part.GroupLine group) {
        var line = new ArrayList<RichTextElement>();
        line.add(Inline.text(Plain.line(group.name() + " ", LABEL), Style.BOLD));
        var state = Plain.line(group.state(), LABEL);
        if (!state.isEmpty()) {
            line.add(Inline.text(" – " + state, Style.PLAIN));
        }
        var people = group.people().stream().map(Plain::isolated).collect(Collectors.joining(", "));
        if (!people.isBlank()) {
            line.add(Inline.text("\n" + Plain.cut(people, SENTENCE), Style.PLAIN));
        }
        line.removeIf(Lines::isEmpty);
        return line.isEmpty() ? List.of(Inline.text("–", Style.PLAIN)) : line;
    }

    private static boolean isEmpty(RichTextElement element) {
        return element instanceof RichTextSectionElement.Text text && text.getText().isEmpty();
    }

    private static <T> List<RichTextElement> lines(
            List<T> all, Function<T, List<RichTextElement>> line) {
        var lines = new ArrayList<RichTextElement>();
        for (var one : all) {
            if (!lines.isEmpty()) {
                lines.add(Inline.text("\n", Style.PLAIN));
            }
            lines.addAll(line.apply(one));
        }
        return lines;
    }
}
