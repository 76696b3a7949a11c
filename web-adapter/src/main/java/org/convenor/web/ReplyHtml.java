package org.convenor.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convenor.chat.Problem;
import org.convenor.chat.Reply;

/// Renders what the person who acted is told at once.
final class ReplyHtml {
    private ReplyHtml() {}

    static String render(Reply reply, Reading reading) {
        return switch (reply) {
            case Reply.Nothing() -> "";
            case Reply.Notice(var message) -> note("notice", Html.render(message, reading));
            case Reply.Handed(var message, var file) ->
                    note(
                            "notice",
                            Html.render(message, reading) + FileHtml.takeAway(file, reading));
            case Reply.Moved(var message) -> note("moved", Html.render(message, reading));
            case Reply.FormOpened(var form) ->
                    "<div class=\"card opened\">%s</div>".formatted(FormHtml.form(form, reading));
            case Reply.FieldErrors(var errors) -> errors(errors, reading.words());
            case Reply.Refused(var problem) -> problem(problem);
        };
    }

    static String problem(Problem problem) {
        return note(
                "problem",
                "<p><strong>%s</strong></p><p>%s %s</p>"
                        .formatted(
                                Text.escape(problem.what()),
                                Text.escape(problem.meaning()),
                                Text.escape(problem.remedy())));
    }

    /// A short confirmation.
    static String done(String text) {
        return note("done", "<p>%s</p>".formatted(Text.escape(text)));
    }

    private static String note(String kind, String html) {
        return "<div class=\"note-box %s\">%s</div>".formatted(kind, html);
    }

    /// The script of the page puts each sentence beside its field; without it they stand together.
    private static String errors(Map<String, String> errors, Words words) {
        return new TreeMap<>(errors)
                .entrySet().stream()
                        .map(error ->
                                "<li data-field=\"%s\">%s</li>"
                                        .formatted(
                                                Text.escape(FormHtml.ANSWER + error.getKey()),
                                                Text.escape(error.getValue())))
                        .collect(
                                Collectors.joining(
                                        "",
                                        "<div class=\"note-box problem errors\"><p><strong>%s</strong></p><ul>"
                                                .formatted(
                                                        Text.escape(
                                                                words.say(
                                                                        "form.errors",
                                                                        "count",
                                                                        errors.size()))),
                                        "</ul></div>"));
    }
}
