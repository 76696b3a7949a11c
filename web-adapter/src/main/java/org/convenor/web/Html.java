package org.convenor.web;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.jspecify.annotations.Nullable;

/// Renders a [Message] as HTML for one reader.
final class Html {
    /// Below a day people count minutes; above, they look at the calendar.
    private static final Duration COUNTED_DOWN = Duration.ofHours(12);

    private Html() {}

    static String render(Message message, Reading reading) {
        return message.parts().stream()
                .map(part -> part(part, reading))
                .collect(Collectors.joining("\n"));
    }

    private static String part(Part part, Reading reading) {
        return switch (part) {
            case Part.Heading(var text) -> "<h3>%s</h3>".formatted(Text.escape(text));
            case Part.Text(var markdown) ->
                    "<div class=\"text\" dir=\"auto\">%s</div>"
                            .formatted(Markdown.render(markdown));
            case Part.Said said -> said(said);
            case Part.Facts(var facts) ->
                    facts.stream()
                            .map(Html::fact)
                            .collect(Collectors.joining("", "<dl class=\"facts\">", "</dl>"));
            case Part.Bars(var bars) -> BarsHtml.render(bars);
            case Part.Groups(var groups) -> GroupsHtml.render(groups, reading);
            case Part.People(var people) ->
                    people.stream()
                            .map(Html::person)
                            .collect(Collectors.joining("", "<ol class=\"people\">", "</ol>"));
            case Part.Choices(var choices) ->
                    choices.stream()
                            .map(choice -> FormHtml.button(choice, reading))
                            .collect(Collectors.joining("", "<div class=\"choices\">", "</div>"));
            case Part.Fields(var form) -> FormHtml.form(form, reading);
            case Part.Deadline deadline -> deadline(deadline, reading);
            case Part.Picture picture -> picture(picture);
            case Part.Divider() -> "<hr>";
        };
    }

    private static String fact(Part.Fact fact) {
        return "<div><dt>%s</dt><dd dir=\"auto\">%s</dd></div>"
                .formatted(Text.escape(fact.label()), Text.words(fact.value()));
    }

    /// Words whose author is hidden stand alone: the form that asked for them said so already.
    private static String said(Part.Said said) {
        var who = said.author() == null ? "" : who(said.author(), said.team());
        var note =
                said.note() == null
                        ? ""
                        : "<span class=\"note\">%s</span>".formatted(Text.escape(said.note()));
        var caption =
                who.isEmpty() && note.isEmpty()
                        ? ""
                        : "<figcaption>%s%s</figcaption>".formatted(who, note);
        return """
        <figure class="said%s">%s<blockquote dir="auto">%s</blockquote></figure>\
        """
                .formatted(who.isEmpty() ? " unnamed" : "", caption, Text.words(said.words()));
    }

    private static String person(Part.PersonLine line) {
        var state =
                line.state().isEmpty()
                        ? ""
                        : "<span class=\"state\">%s</span>".formatted(Text.escape(line.state()));
        return "<li%s>%s%s</li>"
                .formatted(
                        line.now() ? " class=\"now\" aria-current=\"step\"" : "",
                        who(line.name(), line.team()),
                        state);
    }

    /// A name and a district, with the initials as an ornament.
    static String who(String name, @Nullable String team) {
        var initials =
                "<span class=\"initials\" aria-hidden=\"true\">%s</span>"
                        .formatted(Text.escape(initials(name)));
        var district =
                team == null
                        ? ""
                        : " <span class=\"team\"><bdi>%s</bdi></span>".formatted(Text.escape(team));
        return initials
                + "<span class=\"who\"><span class=\"name\"><bdi>%s</bdi></span>%s</span>"
                        .formatted(Text.escape(name), district);
    }

    /// At most two letters; whole characters, whatever the script.
    static String initials(String name) {
        var parts = name.strip().split("\\s+", -1);
        var first = letter(parts[0]);
        return (parts.length == 1 ? first : first + letter(parts[parts.length - 1]))
                .toUpperCase(Locale.ROOT);
    }

    private static String letter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    static String deadline(Part.Deadline deadline, Reading reading) {
        var words = reading.words();
        var total = deadline.total().toMillis();
        if (deadline.at() == null) {
            return deadline.left() == null
                    ? ""
                    : "<p class=\"clock paused\" data-left=\"%d\" data-total=\"%d\"><span class=\"clock-words\">%s</span></p>"
                            .formatted(
                                    deadline.left().toMillis(),
                                    total,
                                    Text.escape(
                                            words.say(
                                                    "clock.paused",
                                                    "left",
                                                    span(deadline.left()))));
        }
        var counted =
                Duration.between(reading.now(), deadline.at()).compareTo(COUNTED_DOWN) < 0
                        ? "data-deadline=\"%d\" data-now=\"%d\" data-total=\"%d\" data-over=\"%s\""
                                .formatted(
                                        deadline.at().toEpochMilli(),
                                        reading.now().toEpochMilli(),
                                        total,
                                        Text.escape(words.say("clock.over")))
                        : "";
        return "<p class=\"clock\" %s><span class=\"clock-words\">%s</span></p>"
                .formatted(
                        counted,
                        Text.escape(
                                words.say("clock.until", "time", reading.moment(deadline.at()))));
    }

    /// Minutes and seconds as `4:05`.
    static String span(Duration left) {
        var seconds = Math.max(0, left.toSeconds());
        return seconds >= 3600
                ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /// The policy of our pages loads no picture from elsewhere, so that nobody else learns who
    /// reads.
    private static String picture(Part.Picture picture) {
        var ours = picture.url().startsWith("/") && !picture.url().startsWith("//");
        return ours
                ? "<img src=\"%s\" alt=\"%s\">"
                        .formatted(Text.escape(picture.url()), Text.escape(picture.alternative()))
                : "<p>%s</p>"
                        .formatted(
                                picture.url().startsWith("https://")
                                        ? Text.link(picture.url(), picture.alternative())
                                        : Text.escape(picture.alternative()));
    }
}
