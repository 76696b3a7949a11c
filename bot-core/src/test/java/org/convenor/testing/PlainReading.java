package org.convenor.testing;

import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.jspecify.annotations.Nullable;

/// A message as text, one line or block for each part, so that a test can show all of it at once.
public final class PlainReading {
    private PlainReading() {}

    public static String of(Message message) {
        var text = new StringJoiner("\n");
        message.parts().forEach(part -> text.add(of(part)));
        return text.toString();
    }

    private static String of(Part part) {
        return switch (part) {
            case Part.Heading(var title) -> "# " + title;
            case Part.Text(var markdown) -> markdown;
            case Part.Said(var author, var team, var words, var note) ->
                    said(author, team, words, note);
            case Part.Facts(var facts) ->
                    facts.stream()
                            .map(fact -> fact.label() + ": " + fact.value())
                            .collect(Collectors.joining("\n"));
            case Part.Bars(var bars) ->
                    bars.stream().map(PlainReading::bar).collect(Collectors.joining("\n"));
            case Part.Groups(var groups) ->
                    groups.stream().map(PlainReading::group).collect(Collectors.joining("\n"));
            case Part.People(var people) ->
                    people.stream().map(PlainReading::person).collect(Collectors.joining("\n"));
            case Part.Choices(var choices) ->
                    choices.stream().map(PlainReading::choice).collect(Collectors.joining(" "));
            case Part.Fields(var form) -> form(form);
            case Part.Deadline(var at, var left, var total) ->
                    "clock: "
                            + (at == null ? (left == null ? "none" : "stopped at " + left) : at)
                            + " of "
                            + total;
            case Part.Picture(_, var alternative) -> "picture: " + alternative;
            case Part.Divider() -> "---";
        };
    }

    private static String said(
            @Nullable String author, @Nullable String team, String words, @Nullable String note) {
        return "“"
                + words
                + "”"
                + (author == null ? "" : " - " + author)
                + (team == null ? "" : ", " + team)
                + (note == null ? "" : " [" + note + "]");
    }

    private static String bar(Part.Bar bar) {
        return (bar.best() ? "* " : "")
                + bar.label()
                + ": "
                + bar.count()
                + (bar.who().isEmpty() ? "" : " · " + bar.who());
    }

    private static String group(Part.GroupLine group) {
        return group.name()
                + ": "
                + String.join(", ", group.people())
                + (group.state().isEmpty() ? "" : " - " + group.state())
                + (group.clock() == null ? "" : ", " + of(group.clock()))
                + group.choices().stream()
                        .map(choice -> " " + choice(choice))
                        .collect(Collectors.joining());
    }

    private static String person(Part.PersonLine person) {
        return (person.now() ? "> " : "- ")
                + person.name()
                + (person.team() == null ? "" : ", " + person.team())
                + (person.state().isEmpty() ? "" : ": " + person.state());
    }

    private static String choice(Part.Choice choice) {
        var label =
                switch (choice.emphasis()) {
                    case PRIMARY -> "[[" + choice.label() + "]]";
                    case PLAIN -> "[" + choice.label() + "]";
                    case DANGER -> "[!" + choice.label() + "!]";
                };
        return choice.confirm() == null ? label : label + "?";
    }

    private static String form(Form form) {
        var text = new StringJoiner("\n");
        text.add("form: " + form.title());
        text.add("  " + form.intro().replace("\n", "\n  "));
        if (!form.visibility().isEmpty()) {
            text.add("  (" + form.visibility() + ")");
        }
        for (var field : form.fields()) {
            text.add(
                    "  "
                            + field.label()
                            + (field.required() ? "*" : "")
                            + (field.hint().isEmpty() ? "" : " (" + field.hint() + ")")
                            + (field.value().isEmpty() ? ": ____" : ": " + field.value()));
        }
        return text.add("  [[" + form.submitLabel() + "]]").toString();
    }
}
