package org.convenor.runtime;

import java.util.ArrayList;
import java.util.List;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.people.Rights;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.store.Tx;
import org.convenor.store.Whispers.Whisper;
import org.convenor.view.BoardView;
import org.convenor.view.Bundle;
import org.convenor.view.LineView;
import org.convenor.view.PanelView;
import org.convenor.view.RollCall;
import org.convenor.view.Scene;
import org.jspecify.annotations.Nullable;

/// Puts together what one member sees of a room. Reads in the caller's transaction.
final class Looks {
    private static final int WHISPERS_SHOWN = 20;

    private final Tables tables;
    private final Offers offers;

    Looks(Tables tables, Offers offers) {
        this.tables = tables;
        this.offers = offers;
    }

    /// @param channel a room that the reader is in
    Rooms.Look look(Tx tx, Channel channel, MemberId reader) {
        var me = tables.people().member(tx, reader);
        var standing = tables.people().roles(tx, reader);
        boolean mayStart = Rights.allow(standing, Right.START_SESSION);
        var id = tables.sessions().current(tx, channel.id());
        if (id == null) {
            return empty(tx, channel, me, mayStart);
        }
        var session = tables.sessions().load(tx, id).session();
        var rights = SessionRights.of(session, reader, standing);
        var track = session.trackOf(reader);
        var board = board(tx, session, track, reader);
        var inbox = inbox(tx, session, reader);
        var lines = inbox.stream().map(Whisper::line).toList();
        var scene =
                tables.scenes()
                        .forMember(
                                tx, session, reader, PanelView.questions(session, reader), lines);
        var panel = PanelView.render(scene, reader, rights);
        var whole = offers.beside(tx, panel, session, me, channel.id(), mayStart, rights);
        var composer = Composer.of(scene, reader);
        return new Rooms.Look(
                channel,
                me,
                id,
                track.visit(),
                BoardView.forReader(board, session, reader),
                whole.message(),
                whole.key(),
                inbox.stream()
                        .map(one ->
                                new Rooms.Whispered(
                                        one.key(), one.at(), LineView.line(scene, one.line())))
                        .toList()
                        .reversed(),
                composer.maySpeak(),
                composer.hint(),
                composer.to(),
                new Rooms.Hearing(
                        Threads.usual(session, reader),
                        session.groupsOf(reader),
                        !session.groups().isEmpty()),
                people(tx, channel.id(), session, scene));
    }

    private Rooms.Look empty(Tx tx, Channel channel, Member me, boolean mayStart) {
        var bundle = Bundle.of(me.locale());
        var parts = new ArrayList<Part>();
        if (mayStart) {
            parts.addAll(offers.start(tx, bundle, channel.id()));
        } else {
            parts.add(new Part.Text(bundle.text("board.idle.summary")));
        }
        return new Rooms.Look(
                channel,
                me,
                null,
                0,
                BoardView.idle(bundle),
                new Message("", parts),
                "none",
                List.of(),
                false,
                bundle.text("composer.closed"),
                null,
                Rooms.Hearing.NOTHING,
                people(tx, channel.id(), null, null));
    }

    private List<Whisper> inbox(Tx tx, Session session, MemberId reader) {
        return tables.whispers().latest(tx, reader, WHISPERS_SHOWN).stream()
                .filter(whisper -> whisper.session().equals(session.id()))
                .toList();
    }

    /// What everybody sees; to somebody in a group, what their group sees.
    private Message board(Tx tx, Session session, Track track, MemberId reader) {
        if (session.phase() != Session.Phase.RUNNING || track.group() == 0) {
            return BoardView.render(
                    tables.scenes()
                            .forChannel(tx, session, BoardView.questions(session), List.of()));
        }
        return BoardView.render(
                tables.scenes()
                        .forMember(
                                tx,
                                session,
                                reader,
                                BoardView.questions(session, track),
                                List.of()));
    }

    private List<Part.PersonLine> people(
            Tx tx, ChannelId room, @Nullable Session session, @Nullable Scene scene) {
        var lines = new ArrayList<Part.PersonLine>();
        var members = tables.people().members(tx, tables.channels().members(tx, room));
        for (var member : members.values()) {
            if (session == null || scene == null || !isListed(session, member)) {
                lines.add(new Part.PersonLine(member.name(), member.team().name(), "", false));
            }
        }
        if (scene != null) {
            lines.addAll(0, RollCall.of(scene));
        }
        return lines;
    }

    /// Whether the roll call names somebody already.
    private static boolean isListed(Session session, Member member) {
        var seat = session.seat(member.id());
        return seat != null && seat.presence() != Seat.Presence.DECLINED;
    }
}
