package org.convenor.web;

import gg.jte.Content;
import java.time.ZoneOffset;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Message;
import org.convenor.view.StageView;

/// The stage as its templates see it.
record StagePage(Shell shell, String code, StageView view) {
    Content instruction() {
        var html = Markdown.render(view.instruction());
        return output -> output.writeContent(html);
    }

    /// Groups, results and answers. Nothing among them has a button or a time of day.
    Content shown() {
        var nobody =
                new Reading(
                        shell.words(),
                        ZoneOffset.UTC,
                        shell.now(),
                        new ChannelId("stage"),
                        "",
                        null);
        var html = Html.render(new Message("", view.shown()), nobody);
        return output -> output.writeContent(html);
    }

    Content pass() {
        var html = Markdown.inline(view.pass() == null ? "" : view.pass());
        return output -> output.writeContent(html);
    }

    /// The clock's numbers for the script: the moment, or what is left while it stands still.
    long deadline() {
        return view.deadline() == null ? 0 : view.deadline().toEpochMilli();
    }

    long left() {
        return view.left() == null ? 0 : view.left().toMillis();
    }

    String leftInWords() {
        return view.left() == null ? "" : Html.span(view.left());
    }

    boolean hasClock() {
        return !view.over() && (view.deadline() != null || view.left() != null);
    }
}
