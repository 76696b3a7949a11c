package org.convenor.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.store.Sample.ADA;
import static org.convenor.store.Sample.HASH;
import static org.convenor.store.Sample.NOON;
import static org.convenor.store.Sample.ROOM;
import static org.convenor.store.Sample.SESSION;
import static org.convenor.store.Sample.SLACK;

import java.util.List;
import java.util.Locale;
import org.convenor.chat.Account;
import org.convenor.chat.Anchors.Head;
import org.convenor.chat.Line;
import org.convenor.people.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a platform with threads looks up and remembers, whatever the database.
abstract class AnchorsSuite extends OnDatabase {
    private static final int GROUP = 2;

    private final Posts posts = new Posts();
    private final Boards boards = new Boards();
    private StoredAnchors anchors;

    @BeforeEach
    void start() {
        anchors = new StoredAnchors(database);
        var sessions = new Sessions(new ProtocolTexts());
        write(tx -> sessions.insert(tx, Sample.session(), Sample.COHORT, ROOM.id(), HASH, NOON));
        write(tx -> sessions.link(tx, SESSION, SLACK.id()));
    }

    private Boards.Pending board() {
        return requireNonNull(
                database.<Boards.@Nullable Pending>read(tx -> boards.next(tx, SLACK.id(), NOON)));
    }

    private void putUp(String platformId) {
        write(tx -> boards.want(tx, SESSION, 1));
        var board = board();
        write(tx -> boards.attempted(tx, board));
        write(tx -> boards.delivered(tx, board, platformId, NOON));
    }

    private void say(String key, String platformId) {
        write(tx -> posts.enqueue(tx, SESSION, List.of(SLACK.id()), key, Line.of("said"), 0, NOON));
        var head =
                requireNonNull(
                        database.<Posts.@Nullable Pending>read(tx -> posts.head(tx, SLACK.id())));
        write(tx -> posts.tries().attempted(tx, head.id()));
        write(tx -> posts.tries().delivered(tx, head.id(), platformId));
    }

    @Test
    void a_board_that_is_lost_is_put_up_anew_before_the_next_line() {
        putUp("m-1");
        assertThat(anchors.board(SESSION, SLACK.id())).isEqualTo("m-1");
        write(tx -> posts.enqueue(tx, SESSION, List.of(SLACK.id()), "a", Line.of("said"), 0, NOON));

        anchors.lostBoard(SESSION, SLACK.id(), "m-1");

        assertThat(anchors.board(SESSION, SLACK.id())).isNull();
        assertThat(board().platformId()).isNull();
        assertRead(tx -> posts.head(tx, SLACK.id())).isNull();
    }

    @Test
    void a_board_that_was_replaced_already_is_not_lost_again() {
        putUp("m-2");

        anchors.lostBoard(SESSION, SLACK.id(), "m-1");

        assertThat(anchors.board(SESSION, SLACK.id())).isEqualTo("m-2");
    }

    @Test
    void a_message_tells_whose_thread_hangs_on_it() {
        putUp("m-1");
        anchors.tryHead(SESSION, SLACK.id(), GROUP, "m-1");
        anchors.keepHead(SESSION, SLACK.id(), GROUP, "m-2");

        assertRead(tx -> boards.at(tx, SLACK.id(), "m-1")).isEqualTo(SESSION);
        assertRead(tx -> boards.at(tx, SLACK.id(), "m-2")).isNull();
        assertRead(tx -> boards.at(tx, ROOM.id(), "m-1")).isNull();
        assertRead(tx -> StoredAnchors.headAt(tx, SLACK.id(), "m-2"))
                .isEqualTo(new StoredAnchors.GroupThread(SESSION, GROUP));
        assertRead(tx -> StoredAnchors.headAt(tx, SLACK.id(), "m-1")).isNull();
    }

    @Test
    void the_newest_line_that_arrived_is_known_for_each_thread() {
        assertThat(anchors.newestLine(SESSION, SLACK.id(), 0)).isNull();
        say("a", "m-1");
        say("b", "m-2");

        assertThat(anchors.newestLine(SESSION, SLACK.id(), 0)).isEqualTo("m-2");
        assertThat(anchors.newestLine(SESSION, SLACK.id(), GROUP)).isNull();
        assertThat(anchors.newestLine(SESSION, ROOM.id(), 0)).isNull();
    }

    @Test
    void the_message_above_a_group_is_tried_kept_and_dropped() {
        assertThat(anchors.head(SESSION, SLACK.id(), GROUP)).isNull();

        anchors.tryHead(SESSION, SLACK.id(), GROUP, "m-1");
        assertThat(anchors.head(SESSION, SLACK.id(), GROUP)).isEqualTo(new Head(null, "m-1"));
        anchors.keepHead(SESSION, SLACK.id(), GROUP, "m-2");
        assertThat(anchors.head(SESSION, SLACK.id(), GROUP)).isEqualTo(new Head("m-2", "m-1"));
        anchors.dropHead(SESSION, SLACK.id(), GROUP);

        assertThat(anchors.head(SESSION, SLACK.id(), GROUP)).isNull();
    }

    @Test
    void the_next_line_of_a_channel_can_be_held_for_a_moment() {
        for (var key : List.of("a", "b")) {
            write(tx ->
                    posts.enqueue(tx, SESSION, List.of(SLACK.id()), key, Line.of("said"), 0, NOON));
        }

        write(tx -> posts.holdNext(tx, SLACK.id(), NOON.plusSeconds(1)));

        var head =
                requireNonNull(
                        database.<Posts.@Nullable Pending>read(tx -> posts.head(tx, SLACK.id())));
        assertThat(head.key()).isEqualTo("a");
        assertThat(head.nextAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void a_platform_finds_its_people_and_places() {
        var directory = new StoredDirectory(database);
        write(tx -> new People().link(tx, new Identity("slack", "T1", "U1"), ADA));
        write(tx -> new People().link(tx, new Identity("web", "", "w"), ADA));

        assertThat(directory.accounts(ADA, "slack")).containsExactly(new Account("T1", "U1"));
        assertThat(directory.accounts(ADA, "teams")).isEmpty();
        assertThat(directory.channels(SESSION, "slack")).containsExactly(SLACK);
        assertThat(directory.language(SLACK.id())).isEqualTo(Locale.US);
        assertThat(directory.language(ADA)).isEqualTo(Locale.US);
    }
}
