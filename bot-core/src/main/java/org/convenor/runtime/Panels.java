package org.convenor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.store.Boards;
import org.convenor.store.Database;
import org.convenor.store.StoredAnchors;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.convenor.view.LineView;
import org.convenor.view.PanelView;
import org.jspecify.annotations.Nullable;

/// What is for one person alone, for platforms that show everybody the same board. Reads only;
/// thread-safe.
public final class Panels {
    /// Newer words of the inbox push the older ones out of the page.
    private static final int WHISPERS_SHOWN = 10;

    private final Database database;
    private final Tables tables;
    private final Boards boards = new Boards();

    Panels(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    /// The thread of a session.
    ///
    /// @param group id of the group whose thread it is, or 0 for everybody's
    public record Threaded(SessionId session, int group) {}

    /// Forms, controls and notices of one member in a session.
    public Message panel(SessionId session, MemberId reader) {
        return database.read(tx -> panel(tx, session, reader));
    }

    private Message panel(Tx tx, SessionId id, MemberId reader) {
        var session = tables.sessions().load(tx, id).session();
        var rights = SessionRights.of(session, reader, tables.people().roles(tx, reader));
        var questions = PanelView.questions(session, reader);
        var scene = tables.scenes().forMember(tx, session, reader, questions, List.of());
        return PanelView.render(scene, reader, rights).message();
    }

    /// The form that sends this press, as the member gets it now.
    public Reply form(MemberId reader, Press press) {
        return database.read(tx -> {
            var by = tables.people().member(tx, reader);
            return panel(tx, press.session(), reader).parts().stream()
                    .filter(Part.Fields.class::isInstance)
                    .map(part -> ((Part.Fields) part).form())
                    .filter(form -> form.submit().equals(press))
                    .findFirst()
                    .<Reply>map(Reply.FormOpened::new)
                    .orElseGet(() -> Decider.moved(by));
        });
    }

    /// One's own page: what waits in each session that runs where one is, and one's inbox.
    public List<Message> page(MemberId reader) {
        return database.read(tx -> {
            var me = tables.people().member(tx, reader);
            var bundle = Bundle.of(me.locale());
            var page = new ArrayList<Message>();
            for (var channel : tables.channels().ofMember(tx, reader)) {
                var id = tables.sessions().current(tx, channel.id());
                if (id != null && !tables.sessions().load(tx, id).session().isOver()) {
                    page.add(section(tx, channel, id, me));
                }
            }
            if (page.isEmpty()) {
                page.add(
                        new Message(
                                bundle.text("page.nothing"),
                                List.of(
                                        new Part.Heading(bundle.text("page.waits")),
                                        new Part.Text(bundle.text("page.nothing")))));
            }
            page.add(inbox(tx, me));
            page.add(about(me));
            return page;
        });
    }

    private Message section(Tx tx, Channel channel, SessionId id, Member me) {
        var session = tables.sessions().load(tx, id).session();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(session.protocol().name() + " · #" + channel.name()));
        var panel = panel(tx, id, me.id());
        parts.addAll(panel.parts());
        return new Message(panel.summary(), parts);
    }

    private Message inbox(Tx tx, Member me) {
        var bundle = Bundle.of(me.locale());
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(bundle.text("page.inbox")));
        var newest = tables.whispers().latest(tx, me.id(), WHISPERS_SHOWN).reversed();
        if (newest.isEmpty()) {
            parts.add(new Part.Text(bundle.text("page.inbox.empty")));
        }
        for (var whisper : newest) {
            var session = tables.sessions().load(tx, whisper.session()).session();
            var lines = List.of(whisper.line());
            var scene = tables.scenes().forMember(tx, session, me.id(), List.of(), lines);
            parts.addAll(LineView.line(scene, whisper.line()).parts());
            parts.add(new Part.Divider());
        }
        return new Message(bundle.text("page.inbox"), parts);
    }

    private static Message about(Member me) {
        var bundle = Bundle.of(me.locale());
        return new Message(
                bundle.text("page.you"),
                List.of(
                        new Part.Heading(bundle.text("page.you")),
                        new Part.Facts(
                                List.of(
                                        new Part.Fact(bundle.text("page.name"), me.name()),
                                        new Part.Fact(
                                                bundle.text("page.district"), me.team().name()),
                                        new Part.Fact(
                                                bundle.text("page.zone"), me.zone().getId()))),
                        new Part.Text(bundle.text("page.data", Map.of()))));
    }

    /// The thread that hangs on a message, or null if it is none of ours.
    ///
    /// @param platformId of the message above the thread
    public @Nullable Threaded thread(ChannelId channel, String platformId) {
        return database.<@Nullable Threaded>read(tx -> {
            var session = boards.at(tx, channel, platformId);
            if (session != null) {
                return new Threaded(session, 0);
            }
            var group = StoredAnchors.headAt(tx, channel, platformId);
            return group == null ? null : new Threaded(group.session(), group.group());
        });
    }

    /// The session that runs in a channel, or ran last; null before the first.
    public @Nullable SessionId current(ChannelId channel) {
        return database.<@Nullable SessionId>read(tx -> tables.sessions().current(tx, channel));
    }

    /// Where a command means something that names no channel: the one channel in which a session
    /// runs that the member takes part in, else the only one they are in; null if that is unclear.
    public @Nullable ChannelId usual(MemberId member) {
        return database.<@Nullable ChannelId>read(tx -> {
            var all = tables.channels().ofMember(tx, member);
            var running =
                    all.stream()
                            .filter(channel -> runs(tx, channel.id(), member))
                            .map(Channel::id)
                            .toList();
            if (running.size() == 1) {
                return running.getFirst();
            }
            return all.size() == 1 ? all.getFirst().id() : null;
        });
    }

    private boolean runs(Tx tx, ChannelId channel, MemberId member) {
        var id = tables.sessions().current(tx, channel);
        if (id == null) {
            return false;
        }
        var session = tables.sessions().load(tx, id).session();
        return !session.isOver()
                && (session.isHere(member) || session.facilitator().equals(member));
    }
}
