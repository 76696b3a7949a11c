package org.convenor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convenor.store.Sample.HASH;
import static org.convenor.store.Sample.NOON;
import static org.convenor.store.Sample.ROOM;
import static org.convenor.store.Sample.SESSION;
import static org.convenor.store.Sample.SLACK;

import java.util.List;
import org.convenor.chat.Channel;
import org.convenor.chat.SessionId;
import org.convenor.session.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Sessions, whatever the database.
abstract class SessionsSuite extends OnDatabase {
    private final Sessions sessions = new Sessions(new ProtocolTexts());

    private Session started() {
        var session = Sample.session();
        database.write(tx -> {
            sessions.insert(tx, session, Sample.COHORT, ROOM.id(), HASH, NOON);
            return null;
        });
        return session;
    }

    @Test
    void a_session_comes_back_as_it_was_stored() {
        var session = started();

        var afterRestart = new Sessions(new ProtocolTexts());
        var stored = database.read(tx -> afterRestart.load(tx, SESSION));

        assertThat(stored.session()).isEqualTo(session);
        assertThat(stored.version()).isEqualTo(1);
    }

    @Test
    void of_two_who_move_a_session_the_second_must_decide_again() {
        var session = started();
        var version = database.read(tx -> sessions.load(tx, SESSION)).version();
        save(session, version);

        assertThatThrownBy(() -> save(Sample.ended(session), version))
                .isInstanceOf(StaleSessionException.class);

        assertThat(database.read(tx -> sessions.load(tx, SESSION)).session()).isEqualTo(session);
    }

    @Test
    void a_save_that_was_undone_is_never_read_again() {
        var session = started();
        assertThatThrownBy(() ->
                        database.write(tx -> {
                            sessions.save(tx, Sample.ended(session), 1, NOON);
                            throw new IllegalArgumentException("changed my mind");
                        }))
                .hasMessage("changed my mind");
        save(session, 1);

        var stored = database.read(tx -> sessions.load(tx, SESSION));

        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.session().isOver()).isFalse();
    }

    @Test
    void a_session_that_never_was_is_said_to_be_missing() {
        assertThatThrownBy(() -> database.read(tx -> sessions.load(tx, SESSION)))
                .isInstanceOf(NoSuchSessionException.class);
    }

    @Test
    void the_session_that_is_due_first_comes_first() {
        started();
        insert("later", 900);
        insert("sooner", 100);

        var due = database.read(tx -> sessions.due(tx, NOON.plusSeconds(400), 10));

        assertThat(due).containsExactly(new SessionId("sooner"), SESSION);
        assertRead(sessions::nextDue).isEqualTo(NOON.plusSeconds(100));
    }

    @Test
    void a_channel_means_its_running_session_before_a_newer_one_that_is_over() {
        var session = started();
        insert("session-2", 10);
        var newer = Sample.session(new SessionId("session-2"), null);
        save(Sample.ended(newer), 1);

        assertThat(current()).isEqualTo(SESSION);

        save(Sample.ended(session), 1);
        assertThat(current()).isEqualTo(newer.id());
        assertRead(sessions::open).isEqualTo(List.of());
    }

    @Test
    void a_session_is_shown_in_every_channel_linked_to_it_once() {
        started();

        database.write(tx -> {
            sessions.link(tx, SESSION, SLACK.id());
            sessions.link(tx, SESSION, SLACK.id());
            return null;
        });

        List<Channel> channels = database.read(tx -> sessions.channels(tx, SESSION));
        String cohort = database.read(tx -> sessions.cohort(tx, SESSION));
        assertThat(channels).containsExactly(ROOM, SLACK);
        assertThat(cohort).isEqualTo(Sample.COHORT);
    }

    private @Nullable SessionId current() {
        return database.read(tx -> sessions.current(tx, ROOM.id()));
    }

    private void save(Session next, long version) {
        database.write(tx -> {
            sessions.save(tx, next, version, NOON);
            return null;
        });
    }

    private void insert(String id, int dueInSeconds) {
        var session = Sample.session(new SessionId(id), NOON.plusSeconds(dueInSeconds));
        database.write(tx -> {
            sessions.insert(tx, session, Sample.COHORT, ROOM.id(), HASH, NOON);
            return null;
        });
    }
}
