package org.convenor.runtime;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
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
import org.convenor.store.Database;
import org.convenor.store.Tx;
import org.convenor.view.Heard;
import org.convenor.view.StageView;
import org.jspecify.annotations.Nullable;

/// What a browser shows of a room. Reads only; thread-safe.
public final class Rooms {
    private final Database database;
    private final Tables tables;
    private final Looks looks;
    private final RecordFiles records;

    public Rooms(Database database, Tables tables, Workbench bench) {
        this.database = database;
        this.tables = tables;
        this.looks = new Looks(tables, new Offers(tables, new CohortShelf(tables, bench)));
        this.records = new RecordFiles(tables);
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
        return database.read(tx -> {
            var channel = room(tx, room, reader);
            return looks.look(tx, channel, reader);
        });
    }

    private Channel room(Tx tx, ChannelId id, MemberId reader) {
        var channel = tables.channels().find(tx, id);
        if (channel == null || !tables.channels().isMember(tx, id, reader)) {
            throw RecordFiles.noRoom();
        }
        return channel;
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
        return database.read(tx -> records.record(tx, id, reader));
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
}
