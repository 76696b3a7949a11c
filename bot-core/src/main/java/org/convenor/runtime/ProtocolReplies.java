package org.convenor.runtime;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Emphasis;
import org.convenor.chat.Press;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.chat.TextFile;
import org.convenor.view.Bundle;
import org.convenor.view.Markup;
import org.convenor.view.Outline;
import org.convenor.view.ProtocolCard;
import org.jspecify.annotations.Nullable;

/// What somebody is told in private about protocols, with the buttons for what may come next.
///
/// @param mayPublish whether the reader may make protocols, not only read them
record ProtocolReplies(Bundle bundle, ChannelId room, boolean mayPublish) {
    /// What one can do.
    ///
    /// @param typed a word that is not known, or empty
    Message overview(String typed) {
        var head =
                typed.isEmpty()
                        ? bundle.text("protocol.hello")
                        : bundle.text(
                                "protocol.unknown", Map.of("word", Markup.escape(short40(typed))));
        var can = bundle.text(mayPublish ? "protocol.can" : "protocol.can.read");
        var buttons = new ArrayList<Part.Choice>();
        buttons.add(button(ProtocolVerb.LIST, "", Emphasis.PLAIN));
        buttons.add(button(ProtocolVerb.COPY_FORM, "", Emphasis.PLAIN));
        if (mayPublish) {
            buttons.add(button(ProtocolVerb.CHECK_FORM, "", Emphasis.PLAIN));
            buttons.add(button(ProtocolVerb.REHEARSE_FORM, "", Emphasis.PLAIN));
            buttons.add(button(ProtocolVerb.PUBLISH_FORM, "", Emphasis.PLAIN));
        }
        return message(head, new Part.Text(can), new Part.Choices(buttons));
    }

    private static String short40(String word) {
        return word.codePointCount(0, word.length()) <= 40
                ? word
                : word.substring(0, word.offsetByCodePoints(0, 40)) + "…";
    }

    Message all(List<ProtocolCard> all) {
        var lines =
                all.stream()
                        .map(one ->
                                bundle.text(
                                        "protocol.listed",
                                        Map.of(
                                                "id", one.id(),
                                                "name", Markup.escape(one.name()),
                                                "summary", Markup.escape(one.summary()),
                                                "version", one.version())))
                        .collect(Collectors.joining("\n"));
        var buttons =
                all.stream()
                        .map(one ->
                                choice(
                                        bundle.text("protocol.do.read", Map.of("name", one.name())),
                                        ProtocolVerb.SHOW,
                                        one.id(),
                                        Emphasis.PLAIN))
                        .toList();
        return message(
                bundle.text("protocol.list"), new Part.Text(lines), new Part.Choices(buttons));
    }

    Message sheet(ProtocolCard.Sheet sheet) {
        var card = sheet.card();
        var steps = sheet.steps().stream().map(this::step).collect(Collectors.joining("\n"));
        var buttons = new ArrayList<Part.Choice>();
        buttons.add(button(ProtocolVerb.COPY_FORM, card.id(), Emphasis.PLAIN));
        if (mayPublish) {
            buttons.add(button(ProtocolVerb.REHEARSE, card.id(), Emphasis.PLAIN));
        }
        buttons.add(button(ProtocolVerb.VERSIONS, card.id(), Emphasis.PLAIN));
        return new Message(
                card.name(),
                List.of(
                        new Part.Heading(card.name()),
                        new Part.Text(Markup.escape(card.purpose().strip())),
                        new Part.Text(Markup.escape(card.summary())),
                        new Part.Text(steps),
                        new Part.Choices(buttons)));
    }

    /// One line; what is inside a frame stands further in.
    private String step(Outline.Entry entry) {
        var before = "- " + "↳ ".repeat(entry.depth());
        if (entry.isFrame()) {
            return before + "*" + Markup.escape(entry.title()) + "*";
        }
        return before
                + bundle.text(
                        "protocol.step",
                        Map.of(
                                "title",
                                Markup.escape(entry.title()),
                                "kind",
                                entry.kind(),
                                "who",
                                entry.who().isEmpty() ? "none" : Markup.escape(entry.who()),
                                "live",
                                entry.live().isEmpty() ? "none" : entry.live()));
    }

    Message versions(ProtocolCard.Sheet sheet) {
        var lines = sheet.editions().stream().map(this::edition).collect(Collectors.joining("\n"));
        return message(
                bundle.text(
                        "protocol.versions", Map.of("name", Markup.escape(sheet.card().name()))),
                new Part.Text(lines));
    }

    private String edition(ProtocolCard.Edition edition) {
        return bundle.text(
                "protocol.version",
                Map.of(
                        "version", edition.version(),
                        "who", Markup.escape(edition.by()),
                        "when", Date.from(edition.at()),
                        "used", edition.isInUse() ? "yes" : "no"));
    }

    Message copied(String as) {
        return message(
                bundle.text("protocol.copied", Map.of("name", as)),
                new Part.Text(bundle.text("protocol.copied.next")),
                new Part.Choices(
                        mayPublish
                                ? List.of(button(ProtocolVerb.CHECK_FORM, "", Emphasis.PLAIN))
                                : List.of()));
    }

    /// Everything that was found in a file, by line.
    ///
    /// @param wasTable then the protocol that was made of it is handed over
    Reply checked(Workshop.Inspected found, boolean wasTable) {
        var checked = found.checked();
        var protocol = checked.protocol();
        if (protocol == null) {
            return new Reply.Notice(faulty(checked.remarks()));
        }
        var parts = new ArrayList<Part>();
        parts.add(
                new Part.Text(
                        bundle.text(
                                "protocol.fine",
                                Map.of(
                                        "name", Markup.escape(protocol.name()),
                                        "summary", Markup.escape(found.summary())))));
        if (!checked.remarks().isEmpty()) {
            parts.add(new Part.Text(bundle.text("protocol.fine.but")));
            parts.add(new Part.Text(remarks(checked.remarks())));
        }
        parts.add(new Part.Choices(next(found.draft())));
        var message = new Message(bundle.text("protocol.fine.summary"), parts);
        return wasTable
                ? new Reply.Handed(message, TextFile.yaml(protocol.id(), checked.text()))
                : new Reply.Notice(message);
    }

    private List<Part.Choice> next(String draft) {
        return List.of(
                button(ProtocolVerb.REHEARSE_DRAFT, draft, Emphasis.PRIMARY), publish(draft));
    }

    private Part.Choice publish(String draft) {
        return new Part.Choice(
                bundle.text("protocol.do", Map.of("verb", ProtocolVerb.PUBLISH_DRAFT.name())),
                ProtocolVerb.PUBLISH_DRAFT.press(room, draft),
                Emphasis.PLAIN,
                bundle.text("protocol.publish.confirm"));
    }

    private Message faulty(List<ProtocolFiles.Remark> remarks) {
        long errors = remarks.stream().filter(ProtocolFiles.Remark::isError).count();
        return message(
                bundle.text(
                        "protocol.faulty",
                        Map.of("errors", errors, "warnings", remarks.size() - errors)),
                new Part.Text(remarks(remarks)),
                new Part.Choices(List.of(button(ProtocolVerb.CHECK_FORM, "", Emphasis.PLAIN))));
    }

    private String remarks(List<ProtocolFiles.Remark> remarks) {
        return remarks.stream()
                .map(remark ->
                        bundle.text(
                                "protocol.remark",
                                Map.of(
                                        "line", remark.line(),
                                        "kind", remark.isError() ? "error" : "warning",
                                        "text", Markup.escape(remark.text()))))
                .collect(Collectors.joining("\n"));
    }

    Reply rehearsed(Workshop.Rehearsed rehearsed) {
        return rehearsed(rehearsed, null);
    }

    /// The numbers that matter, and the transcript to take away.
    ///
    /// @param draft what may be published now, or null if it stands on the shelf
    Reply rehearsed(Workshop.Rehearsed rehearsed, @Nullable String draft) {
        var played = rehearsed.played();
        var parts = new ArrayList<Part>();
        parts.add(
                new Part.Text(
                        bundle.text(
                                "protocol.rehearsed",
                                Map.of(
                                        "name", Markup.escape(rehearsed.name()),
                                        "ended", played.ended() ? "yes" : "no",
                                        "people", played.people(),
                                        "minutes", played.length().toMinutes(),
                                        "days", played.length().toDays() + 1,
                                        "unit", unit(played),
                                        "steps", played.steps(),
                                        "answers", played.answers()))));
        if (draft != null && played.ended()) {
            parts.add(new Part.Choices(List.of(publish(draft))));
        }
        var file = TextFile.plain(rehearsed.id() + "-rehearsal", played.transcript());
        return new Reply.Handed(
                new Message(bundle.text("protocol.rehearsed.summary"), parts), file);
    }

    private static String unit(Rehearser.Played played) {
        return played.length().toHours() < 20 ? "minutes" : "days";
    }

    Message published(Workshop.Publication done) {
        var values =
                Map.of(
                        "name", Markup.escape(done.name()),
                        "id", done.id(),
                        "version", done.version(),
                        "file", done.fileVersion());
        var lines = new ArrayList<String>();
        if (!done.isNew()) {
            lines.add(bundle.text("protocol.published.same", values));
        } else {
            lines.add(bundle.text("protocol.published", values));
            if (done.fileVersion() != done.version()) {
                lines.add(bundle.text("protocol.published.renumbered", values));
            }
            if (done.replacesShipped()) {
                lines.add(bundle.text("protocol.published.replaces", values));
            }
        }
        var buttons = new ArrayList<Part.Choice>();
        if (done.open() == null) {
            var label = bundle.text("start.button", Map.of("protocol", done.name()));
            buttons.add(choice(label, Verb.START_FORM.wire(), done.id()));
        } else {
            buttons.add(Offers.restart(bundle, done.open()));
        }
        buttons.add(button(ProtocolVerb.VERSIONS, done.id(), Emphasis.PLAIN));
        return message(
                lines.getFirst(),
                new Part.Text(String.join("\n", lines.subList(1, lines.size()))),
                new Part.Choices(buttons));
    }

    private Part.Choice choice(String label, String verb, String argument) {
        var press = new Press(new SessionId(room.value()), 0, 0, verb, argument);
        return new Part.Choice(label, press, Emphasis.PLAIN, null);
    }

    private Part.Choice button(ProtocolVerb verb, String argument, Emphasis emphasis) {
        var label = bundle.text("protocol.do", Map.of("verb", verb.name()));
        return choice(label, verb, argument, emphasis);
    }

    private Part.Choice choice(
            String label, ProtocolVerb verb, String argument, Emphasis emphasis) {
        return new Part.Choice(label, verb.press(room, argument), emphasis, null);
    }

    /// A first line that says it all, and what follows; empty parts are left out.
    private static Message message(String head, Part... parts) {
        var all = new ArrayList<Part>();
        all.add(new Part.Text(head));
        for (var part : parts) {
            boolean empty =
                    switch (part) {
                        case Part.Text(var text) -> text.isEmpty();
                        case Part.Choices(var choices) -> choices.isEmpty();
                        default -> false;
                    };
            if (!empty) {
                all.add(part);
            }
        }
        return new Message(Markup.plain(head), all);
    }
}
