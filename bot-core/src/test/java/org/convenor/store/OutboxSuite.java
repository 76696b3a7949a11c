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
import java.util.Set;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Becomes;
import org.convenor.session.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What waits to be delivered, and what was kept, whatever the database.
abstract class OutboxSuite extends OnDatabase {
    private static final Line LINE =
            Line.of("said")
                    .with("who", new Arg.Person(ADA))
                    .with("words", new Arg.Words(3))
                    .with("count", new Arg.Count(2))
                    .with("step", new Arg.StepTitle(1))
                    .with("title", new Arg.Label("Warm"))
                    .with("at", new Arg.Time(5));

    private final Posts posts = new Posts();
    private final Boards boards = new Boards();
    private final Whispers whispers = new Whispers();
    private final Lanes lanes = new Lanes();
    private final RoomMessages room = new RoomMessages();

    @BeforeEach
    void start() {
        var sessions = new Sessions(new ProtocolTexts());
        write(tx -> sessions.insert(tx, Sample.session(), Sample.COHORT, ROOM.id(), HASH, NOON));
        write(tx -> sessions.link(tx, SESSION, SLACK.id()));
    }

    @Test
    void a_line_is_queued_once_for_each_channel() {
        enqueue("a");
        enqueue("a");

        List<Posts.Fate> ledger = database.read(tx -> posts.ledger(tx, SESSION));

        assertThat(ledger).extracting(Posts.Fate::channel).containsExactly(ROOM.id(), SLACK.id());
        assertThat(head().line()).isEqualTo(LINE);
    }

    @Test
    void lines_wait_for_the_board_and_then_for_each_other() {
        enqueue("a");
        enqueue("b");
        write(tx -> boards.want(tx, SESSION, 1));
        assertRead(tx -> posts.head(tx, ROOM.id())).isNull();

        var board = board();
        write(tx -> boards.attempted(tx, board));
        write(tx -> boards.delivered(tx, board, "m-1", NOON));
        assertThat(head().key()).isEqualTo("a");

        write(tx -> posts.tries().attempted(tx, head().id()));
        write(tx -> posts.tries().delivered(tx, head().id(), "m-2"));
        assertThat(head().key()).isEqualTo("b");
    }

    @Test
    void many_changes_of_a_board_are_one_edit_and_what_comes_meanwhile_is_another() {
        write(tx -> boards.want(tx, SESSION, 1));
        write(tx -> boards.want(tx, SESSION, 2));
        var board = board();
        assertThat(board.wanted()).isEqualTo(2);

        write(tx -> boards.attempted(tx, board));
        write(tx -> boards.want(tx, SESSION, 3));
        write(tx -> boards.delivered(tx, board, "m-1", NOON));

        assertThat(board().wanted()).isEqualTo(3);
        assertThat(board().platformId()).isEqualTo("m-1");
    }

    @Test
    void a_usual_edit_waits_for_its_pause_and_a_step_change_does_not() {
        write(tx -> boards.want(tx, SESSION, 1));
        var board = board();
        write(tx -> boards.attempted(tx, board));
        write(tx -> boards.delivered(tx, board, "m-1", NOON.plusSeconds(5)));

        write(tx -> boards.want(tx, SESSION, 2));
        assertRead(tx -> boards.next(tx, ROOM.id(), NOON)).isNull();
        write(tx -> boards.want(tx, SESSION, 3, true));

        assertThat(board().wanted()).isEqualTo(3);
    }

    @Test
    void a_lane_is_leased_by_one_until_the_lease_ends() {
        var lane = Lanes.of(ROOM.id());
        long first = lease(lane, "one", 0);

        assertThat(tryLease(lane, "two", 10)).isNull();
        long second = lease(lane, "two", 31);

        assertThat(second).isGreaterThan(first);
        assertThat(renew(lane, first)).isFalse();
        assertThat(renew(lane, second)).isTrue();
    }

    @Test
    void a_restarted_process_takes_its_own_lane_again() {
        var lane = Lanes.of(ROOM.id());
        lease(lane, "one", 0);

        assertThat(tryLease(lane, "one", 1)).isNotNull();
    }

    @Test
    void lanes_are_ready_when_the_first_thing_in_them_is() {
        enqueue("a");
        enqueue("b");
        write(tx -> whispers.add(tx, SESSION, ADA, "w", LINE, NOON.plusSeconds(3)));
        var first = head();
        write(tx -> posts.tries().attempted(tx, first.id()));
        write(tx -> posts.tries().retry(tx, first.id(), NOON.plusSeconds(60), false, "later"));

        List<Lanes.Ready> ready = database.read(tx -> lanes.ready(tx, "one", 10));

        assertThat(ready)
                .containsExactly(
                        new Lanes.Ready(Lanes.of(SLACK.id()), NOON),
                        new Lanes.Ready(Lanes.of(ADA), NOON.plusSeconds(3)),
                        new Lanes.Ready(Lanes.of(ROOM.id()), NOON.plusSeconds(60)));
    }

    @Test
    void the_inbox_keeps_what_was_whispered_once() {
        write(tx -> whispers.add(tx, SESSION, ADA, "w", LINE, NOON));
        write(tx -> whispers.add(tx, SESSION, ADA, "w", LINE, NOON));
        write(tx -> whispers.add(tx, SESSION, ADA, "x", LINE, NOON));

        List<Whispers.Whisper> inbox = database.read(tx -> whispers.inbox(tx, ADA, 0, 10));
        write(tx -> whispers.markSeen(tx, ADA, inbox.getFirst().id(), NOON));

        assertThat(inbox).extracting(Whispers.Whisper::key).containsExactly("w", "x");
        List<Whispers.Whisper> now = database.read(tx -> whispers.latest(tx, ADA, 10));
        assertThat(now).extracting(Whispers.Whisper::seenAt).containsExactly(NOON, null);
    }

    @Test
    void a_room_shows_each_line_once_and_in_order() {
        var one = append("a");
        var again = append("a");
        var two = append("b");

        List<RoomMessages.RoomMessage> after =
                database.read(tx -> room.after(tx, ROOM.id(), one, 10));

        assertThat(again).isEqualTo(one);
        assertThat(after).extracting(RoomMessages.RoomMessage::seq).containsExactly(two);
        assertThat(last()).isEqualTo(two);
    }

    @Test
    void somebody_hears_the_session_and_their_own_groups() {
        var all = append("all");
        append("group 1", 1);
        var two = append("group 2", 2);
        var later = append("later");
        var own = new RoomMessages.Own(SESSION, Set.of(2, 3, 5));

        List<RoomMessages.RoomMessage> latest =
                database.read(tx -> room.latest(tx, ROOM.id(), own, 2));
        List<RoomMessages.RoomMessage> after =
                database.read(tx -> room.after(tx, ROOM.id(), own, all, 10));
        List<RoomMessages.RoomMessage> alone =
                database.read(tx ->
                        room.after(tx, ROOM.id(), new RoomMessages.Own(SESSION, Set.of()), 0, 10));

        assertThat(latest).extracting(RoomMessages.RoomMessage::seq).containsExactly(two, later);
        assertThat(after).extracting(RoomMessages.RoomMessage::seq).containsExactly(two, later);
        assertThat(alone).extracting(RoomMessages.RoomMessage::seq).containsExactly(all, later);
    }

    @Test
    void what_is_kept_points_to_the_words() {
        var things = new KeptThings();
        var kept =
                new KeptThings.Kept(
                        "k-1",
                        SESSION,
                        Sample.COHORT,
                        null,
                        3,
                        Becomes.MILESTONE,
                        "Warm",
                        Unit.of(ADA),
                        2,
                        3,
                        NOON);

        write(tx -> things.add(tx, kept));

        assertRead(tx -> things.ofSession(tx, SESSION)).isEqualTo(List.of(kept));
        assertRead(tx -> things.ofCohort(tx, Sample.COHORT)).isEqualTo(List.of(kept));
    }

    @Test
    void the_log_says_what_happened_in_order() {
        var log = new Log();
        write(tx -> log.add(tx, SESSION, new Log.Entry(NOON, "Begun", ADA, 0, 1)));
        write(tx -> log.add(tx, SESSION, new Log.Entry(NOON, "Due", null, 0, 1)));

        List<Log.Entry> entries = database.read(tx -> log.ofSession(tx, SESSION));

        assertThat(entries).extracting(Log.Entry::kind).containsExactly("Begun", "Due");
    }

    private void enqueue(String key) {
        write(tx -> posts.enqueue(tx, SESSION, List.of(ROOM.id(), SLACK.id()), key, LINE, 0, NOON));
    }

    private Posts.Pending head() {
        return database.read(tx -> requireNonNull(posts.head(tx, ROOM.id())));
    }

    private Boards.Pending board() {
        return database.read(tx -> requireNonNull(boards.next(tx, ROOM.id(), NOON)));
    }

    private long append(String key) {
        return append(key, 0);
    }

    private long append(String key, int thread) {
        return database.write(tx -> room.append(tx, ROOM.id(), SESSION, key, LINE, thread, NOON));
    }

    private long last() {
        return database.read(tx -> room.last(tx, ROOM.id()));
    }

    private long lease(String lane, String owner, int afterSeconds) {
        return requireNonNull(tryLease(lane, owner, afterSeconds));
    }

    private @Nullable Long tryLease(String lane, String owner, int afterSeconds) {
        var now = NOON.plusSeconds(afterSeconds);
        return database.write(tx -> lanes.lease(tx, lane, owner, now, now.plusSeconds(30)));
    }

    private boolean renew(String lane, long fence) {
        return database.write(tx -> lanes.renew(tx, lane, fence, NOON.plusSeconds(90)));
    }
}
