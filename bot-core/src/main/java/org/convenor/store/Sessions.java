package org.convenor.store;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.SessionId;
import org.convenor.session.Session;
import org.jspecify.annotations.Nullable;

/// The state of every session, in one row each.
///
/// A state that was read or written is kept in memory under its stamp, a number drawn by lot at
/// every save. A save that is rolled back leaves an entry that no row will ever name, so the cache
/// needs to know nothing of commits.
public final class Sessions {
    private static final String INSERT =
            """
            insert into session (id, cohort, home_channel, protocol_hash, version, stamp, phase,
                due_at_ms, format, state, created_at_ms, changed_at_ms, ended_at_ms)
            values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LINK =
            """
            insert into session_channel (session, channel, is_open)
            select id, ?, ended_at_ms is null from session where id = ?
            on conflict (session, channel) do nothing
            """;

    private static final String AT = "select version, stamp from session where id = ?";

    private static final String STATE =
            "select protocol_hash, format, state, version, stamp from session where id = ?";

    private static final String SAVE =
            """
            update session
            set version = version + 1, stamp = ?, phase = ?, due_at_ms = ?, format = ?, state = ?,
                changed_at_ms = ?, ended_at_ms = ?
            where id = ? and version = ?
            """;

    /// Leaves alone what indexes hold: most saves change none of it, and each index costs a page.
    private static final String SAVE_STATE =
            """
            update session
            set version = version + 1, stamp = ?, format = ?, state = ?, changed_at_ms = ?
            where id = ? and version = ? and phase = ? and due_at_ms is not distinct from ?
            """;

    private static final String MARK_OPEN =
            "update session_channel set is_open = ? where session = ? and is_open <> ?";

    private static final String DUE =
            """
            select id from session where due_at_ms is not null and due_at_ms <= ?
            order by due_at_ms, id limit ?
            """;

    private static final String NEXT_DUE =
            """
            select due_at_ms from session where due_at_ms is not null order by due_at_ms limit 1
            """;

    private static final String OPEN =
            "select id from session where ended_at_ms is null order by id";

    private static final String CURRENT =
            """
            select session from session_channel where channel = ?
            order by is_open desc, session desc limit 1
            """;

    private static final String CHANNELS =
            """
            select c.id, c.platform, c.address, c.name
            from session_channel s join channel c on c.id = s.channel
            where s.session = ? order by c.id
            """;

    private static final String COHORT = "select cohort from session where id = ?";

    private static final String HOME = "select home_channel from session where id = ?";

    private static final String PROTOCOL_HASH = "select protocol_hash from session where id = ?";

    private static final String OF_COHORT =
            "select id from session where cohort = ? order by id desc limit ?";

    private final ProtocolTexts protocols;
    private final Recent<Stamp, Session> states = new Recent<>(1000);

    public Sessions(ProtocolTexts protocols) {
        this.protocols = protocols;
    }

    /// A session as it stands in its row.
    ///
    /// @param version grows by one with every save
    public record Stored(Session session, long version) {}

    private record Stamp(SessionId session, long drawn) {}

    private record Position(long version, long stamp) {}

    /// Stores a new session as version 1 and links it to its home channel.
    ///
    /// @param protocolHash of a protocol that is already kept
    public void insert(
            Tx tx,
            Session session,
            String cohort,
            ChannelId home,
            String protocolHash,
            Instant at) {
        long stamp = remember(session);
        tx.update(
                INSERT,
                session.id(),
                cohort,
                home,
                protocolHash,
                stamp,
                session.phase(),
                session.dueAt(),
                StateJson.FORMAT,
                StateJson.write(session),
                at,
                at,
                session.isOver() ? at : null);
        link(tx, session.id(), home);
    }

    /// Loads a session. In a writing transaction nobody else can save it until this one ends.
    ///
    /// @throws NoSuchSessionException if it is not there
    public Stored load(Tx tx, SessionId id) {
        var position = tx.oneLocked(AT, row -> new Position(row.int64(1), row.int64(2)), id);
        if (position == null) {
            throw new NoSuchSessionException(id);
        }
        var known = states.get(new Stamp(id, position.stamp()));
        return known == null ? read(tx, id) : new Stored(known, position.version());
    }

    private Stored read(Tx tx, SessionId id) {
        var stored =
                tx.one(
                        STATE,
                        row ->
                                new Raw(
                                        row.text(1),
                                        row.int32(2),
                                        row.text(3),
                                        row.int64(4),
                                        row.int64(5)),
                        id);
        if (stored == null) {
            throw new NoSuchSessionException(id);
        }
        var protocol = protocols.find(tx, stored.protocolHash());
        if (protocol == null) {
            throw new IllegalStateException("session " + id + " has lost its protocol");
        }
        var session = StateJson.session(stored.format(), stored.state(), protocol);
        states.put(new Stamp(id, stored.stamp()), session);
        return new Stored(session, stored.version());
    }

    private record Raw(String protocolHash, int format, String state, long version, long stamp) {}

    /// Saves the next state over `version`.
    ///
    /// @throws StaleSessionException if another worker moved it first; nothing was written
    public void save(Tx tx, Session next, long version, Instant at) {
        var id = next.id();
        long stamp = remember(next);
        var state = StateJson.write(next);
        int saved =
                tx.update(
                        SAVE_STATE,
                        stamp,
                        StateJson.FORMAT,
                        state,
                        at,
                        id,
                        version,
                        next.phase(),
                        next.dueAt());
        if (saved == 1) {
            return;
        }
        boolean open = !next.isOver();
        saved =
                tx.update(
                        SAVE,
                        stamp,
                        next.phase(),
                        next.dueAt(),
                        StateJson.FORMAT,
                        state,
                        at,
                        open ? null : at,
                        id,
                        version);
        if (saved == 0) {
            throw new StaleSessionException(id, version);
        }
        tx.update(MARK_OPEN, open, id, open);
    }

    private long remember(Session session) {
        long stamp = ThreadLocalRandom.current().nextLong();
        states.put(new Stamp(session.id(), stamp), session);
        return stamp;
    }

    /// Sessions whose time has come, the longest overdue first.
    public List<SessionId> due(Tx tx, Instant now, int limit) {
        return tx.list(DUE, row -> new SessionId(row.text(1)), now, limit);
    }

    /// When the next session must be looked at, or null for never.
    public @Nullable Instant nextDue(Tx tx) {
        return tx.one(NEXT_DUE, row -> row.instant(1));
    }

    /// Every session that has not ended, the oldest first.
    public List<SessionId> open(Tx tx) {
        return tx.list(OPEN, row -> new SessionId(row.text(1)));
    }

    /// The newest session of a channel; one that still runs comes before one that has ended.
    public @Nullable SessionId current(Tx tx, ChannelId channel) {
        return tx.one(CURRENT, row -> new SessionId(row.text(1)), channel);
    }

    /// The newest sessions of a cohort, the newest first.
    public List<SessionId> ofCohort(Tx tx, String cohort, int limit) {
        return tx.list(OF_COHORT, row -> new SessionId(row.text(1)), cohort, limit);
    }

    /// Shows a session in one more channel. Linking twice changes nothing.
    public void link(Tx tx, SessionId session, ChannelId channel) {
        tx.update(LINK, channel, session);
    }

    /// The channels a session is shown in.
    public List<Channel> channels(Tx tx, SessionId session) {
        return tx.list(CHANNELS, Channels::read, session);
    }

    public ChannelId home(Tx tx, SessionId session) {
        return new ChannelId(column(tx, HOME, session));
    }

    public String cohort(Tx tx, SessionId session) {
        return column(tx, COHORT, session);
    }

    /// Hash of the protocol the session started with.
    public String protocolHash(Tx tx, SessionId session) {
        return column(tx, PROTOCOL_HASH, session);
    }

    private static String column(Tx tx, String sql, SessionId session) {
        var value = tx.one(sql, row -> row.text(1), session);
        if (value == null) {
            throw new NoSuchSessionException(session);
        }
        return value;
    }
}
