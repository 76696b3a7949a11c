package org.convenor.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.ProblemException;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.people.Rights;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.store.Database;
import org.convenor.store.NoSuchSessionException;
import org.convenor.store.Tx;
import org.convenor.store.Whispers.Whisper;
import org.convenor.view.BoardView;
import org.convenor.view.Bundle;
import org.convenor.view.Heard;
import org.convenor.view.LineView;
import org.convenor.view.PanelView;
import org.convenor.view.RecordView;
import org.convenor.view.RollCall;
import org.convenor.view.Scene;
import org.convenor.view.StageView;
import org.jspecify.annotations.Nullable;

/// What a browser shows of a room. Reads only; thread-safe.
public final class Rooms {
    private static final int WHISPERS_SHOWN = 20;

    private final Database database;
    private final Tables tables;
    private final CohortShelf shelf;

    public Rooms(Database database, Tables tables, Workbench bench) {
        this.database = database;
        this.tables = tables;
        this.shelf = new CohortShelf(tables, bench);
    }

    /// A room as one member sees it.
    ///
    /// @param session the one that runs here, or ran last; null before the first
    /// @param visit number of the visit the reader is at; zero without a session
    /// @param panelKey changes only when the panel's meaning does
    /// @param inbox what was whispered to the reader in this session, newest first
    /// @param maySpeak whether what the reader writes in the thread is taken now
    /// @param composerHint what writing does right now
    /// @param composerTo name of the group in whose thread it would stand, or null
    /// @param hearing whose lines the reader reads who did not choose
    /// @param people who is in the room, and how they take part
    public record Look(
            Channel channel,
            Member me,
            @Nullable SessionId session,
            int visit,
            Message board,
            Message panel,
            String panelKey,
            List<Whispered> inbox,
            boolean maySpeak,
            String composerHint,
            @Nullable String composerTo,
            Hearing hearing,
            List<Part.PersonLine> people) {}

    /// Whose lines somebody reads.
    ///
    /// @param usual for whoever did not choose
    /// @param groups ids of the reader's own groups: lines of another one count only from then on
    /// @param hasGroups whether there are groups at all, so that there is something to choose
    public record Hearing(Heard usual, Set<Integer> groups, boolean hasGroups) {
        static final Hearing NOTHING = new Hearing(Heard.OWN_GROUPS, Set.of(), false);

        public Hearing {
            groups = Set.copyOf(groups);
        }
    }

    /// One whisper in words.
    public record Whispered(String key, Instant at, Message message) {}

    /// One line of the thread in words.
    ///
    /// @param mine whether the reader wrote it
    /// @param thread id of the group in whose thread it stands, or 0 for everybody's
    /// @param group name of that group, or null
    public record Spoken(
            long seq,
            Instant at,
            Message message,
            boolean mine,
            int thread,
            @Nullable String group) {}

    /// Lines of a room, in order.
    ///
    /// @param upTo number up to which there is no other line for this reader
    public record Lines(List<Spoken> lines, long upTo) {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// A file to take away.
    public record Download(String fileName, String markdown) {}

    /// @throws ProblemException if there is no such room for this reader
    public Look look(ChannelId room, MemberId reader) {
        return database.read(tx -> look(tx, room, reader));
    }

    private Look look(Tx tx, ChannelId room, MemberId reader) {
        var channel = room(tx, room, reader);
        var me = tables.people().member(tx, reader);
        var standing = tables.people().roles(tx, reader);
        var id = tables.sessions().current(tx, room);
        if (id == null) {
            return empty(tx, channel, me, Rights.allow(standing, Right.START_SESSION));
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
        var whole =
                withStart(
                        tx,
                        panel,
                        session,
                        me,
                        channel.id(),
                        Rights.allow(standing, Right.START_SESSION));
        var composer = Composer.of(scene, reader);
        return new Look(
                channel,
                me,
                id,
                track.visit(),
                BoardView.forReader(board, session, reader),
                whole.message(),
                whole.key(),
                inbox.stream()
                        .map(one ->
                                new Whispered(
                                        one.key(), one.at(), LineView.line(scene, one.line())))
                        .toList()
                        .reversed(),
                composer.maySpeak(),
                composer.hint(),
                composer.to(),
                new Hearing(
                        Threads.usual(session, reader),
                        session.groupsOf(reader),
                        !session.groups().isEmpty()),
                people(tx, channel.id(), session, scene));
    }

    private Channel room(Tx tx, ChannelId id, MemberId reader) {
        var channel = tables.channels().find(tx, id);
        if (channel == null || !tables.channels().isMember(tx, id, reader)) {
            throw noRoom();
        }
        return channel;
    }

    private Look empty(Tx tx, Channel channel, Member me, boolean mayStart) {
        var bundle = Bundle.of(me.locale());
        var parts = new ArrayList<Part>();
        if (mayStart) {
            addStart(tx, bundle, channel.id(), parts);
        } else {
            parts.add(new Part.Text(bundle.text("board.idle.summary")));
        }
        return new Look(
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
                Hearing.NOTHING,
                people(tx, channel.id(), null, null));
    }

    private PanelView.Panel withStart(
            Tx tx,
            PanelView.Panel panel,
            Session session,
            Member me,
            ChannelId room,
            boolean mayStart) {
        if (!session.isOver() || !mayStart) {
            return panel;
        }
        var parts = new ArrayList<>(panel.message().parts());
        addStart(tx, Bundle.of(me.locale()), room, parts);
        return new PanelView.Panel(new Message(panel.message().summary(), parts), panel.key());
    }

    private void addStart(Tx tx, Bundle bundle, ChannelId room, List<Part> parts) {
        var cohort = tables.channels().cohort(tx, room);
        var all = cohort == null ? List.<CohortShelf.Listed>of() : shelf.all(tx, cohort);
        parts.add(new Part.Text(bundle.text("panel.start")));
        parts.add(new Part.Choices(Starting.buttons(all, bundle, room)));
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

    /// All lines of a room after a number, in order.
    public List<Spoken> thread(ChannelId room, MemberId reader, long afterSeq, int limit) {
        return heard(room, reader, Heard.ALL_GROUPS, afterSeq, limit).lines();
    }

    /// The lines of a room after a number that somebody reads.
    ///
    /// @param heard null for what is usual for the reader
    public Lines heard(
            ChannelId room, MemberId reader, @Nullable Heard heard, long afterSeq, int limit) {
        return database.read(tx -> {
            room(tx, room, reader);
            return Threads.after(tx, tables, room, reader, heard, afterSeq, limit);
        });
    }

    /// The newest lines of a room that somebody reads.
    ///
    /// @param heard null for what is usual for the reader
    public Lines latest(ChannelId room, MemberId reader, @Nullable Heard heard, int limit) {
        return database.read(tx -> {
            room(tx, room, reader);
            return Threads.latest(tx, tables, room, reader, heard, limit);
        });
    }

    /// The stage of a room's current session, or null before the first.
    public @Nullable StageView stage(ChannelId room) {
        return database.read(tx -> {
            var id = tables.sessions().current(tx, room);
            if (id == null) {
                return null;
            }
            var session = tables.sessions().load(tx, id).session();
            return StageView.of(
                    tables.scenes()
                            .forChannel(tx, session, StageView.questions(session), List.of()));
        });
    }

    /// The record of a session as a file.
    ///
    /// @throws ProblemException if the reader may not have it
    public Download record(SessionId id, MemberId reader) {
        return database.read(tx -> {
            try {
                var session = tables.sessions().load(tx, id).session();
                demandRecord(tx, session, reader);
                var scene = tables.scenes().whole(tx, session);
                var at =
                        session.past().isEmpty()
                                ? session.main().openedAt()
                                : session.past().getFirst().openedAt();
                return new Download(
                        RecordView.fileName(session, at, scene.zone()),
                        RecordView.render(scene, at));
            } catch (NoSuchSessionException _) {
                throw noRoom();
            }
        });
    }

    private void demandRecord(Tx tx, Session session, MemberId reader) {
        boolean inside =
                tables.sessions().channels(tx, session.id()).stream()
                        .anyMatch(channel -> tables.channels().isMember(tx, channel.id(), reader));
        if (!inside) {
            throw noRoom();
        }
        if (!SessionRights.of(session, reader, tables.people().roles(tx, reader))
                .contains(Right.EXPORT_SESSION)) {
            throw new ProblemException(
                    Bundle.of(Locale.ENGLISH)
                            .problem(
                                    "problem.no-right",
                                    Map.of(
                                            "who",
                                            Bundle.of(Locale.ENGLISH)
                                                    .text("somebody.participant"))));
        }
    }

    /// What somebody may do in a room, whether or not a session runs there.
    public Set<Right> rights(@Nullable ChannelId room, MemberId member) {
        return database.read(tx -> {
            var standing = tables.people().roles(tx, member);
            var id = room == null ? null : tables.sessions().current(tx, room);
            var rights = EnumSet.noneOf(Right.class);
            for (var right : Right.values()) {
                if (Rights.allow(standing, right)) {
                    rights.add(right);
                }
            }
            if (id != null) {
                rights.addAll(
                        SessionRights.of(
                                tables.sessions().load(tx, id).session(), member, standing));
            }
            return rights;
        });
    }

    private static ProblemException noRoom() {
        return new ProblemException(Bundle.of(Locale.ENGLISH).problem("problem.no-room", Map.of()));
    }
}
