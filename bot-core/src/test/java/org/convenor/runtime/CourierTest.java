package org.convenor.runtime;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convenor.store.Sample.ADA;
import static org.convenor.store.Sample.BO;
import static org.convenor.store.Sample.HASH;
import static org.convenor.store.Sample.NOON;
import static org.convenor.store.Sample.ROOM;
import static org.convenor.store.Sample.SESSION;
import static org.convenor.store.Sample.SLACK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.convenor.chat.Arg;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.SessionId;
import org.convenor.people.Identity;
import org.convenor.store.Boards;
import org.convenor.store.Database;
import org.convenor.store.DeliveryState;
import org.convenor.store.People;
import org.convenor.store.Posts;
import org.convenor.store.ProtocolTexts;
import org.convenor.store.Sample;
import org.convenor.store.Sessions;
import org.convenor.store.StoredAnchors;
import org.convenor.store.Tx;
import org.convenor.store.Whispers;
import org.convenor.testing.FakeChat;
import org.convenor.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CourierTest {
    @TempDir Path folder;

    private final SettableClock clock = new SettableClock(NOON);
    private final FakeChat web = new FakeChat("web");
    private final FakeChat slack = new FakeChat("slack");
    private final Posts posts = new Posts();
    private final Boards boards = new Boards();
    private final Whispers whispers = new Whispers();
    private Database database;
    private Courier courier;

    @BeforeEach
    void start() {
        database = Database.sqlite(folder.resolve("convenor.db"));
        Sample.settle(database);
        var sessions = new Sessions(new ProtocolTexts());
        write(tx -> sessions.insert(tx, Sample.session(), Sample.COHORT, ROOM.id(), HASH, NOON));
        write(tx -> sessions.link(tx, SESSION, SLACK.id()));
        write(tx -> new People().link(tx, new Identity("web", "", "u-1"), ADA));
        courier = courier("one", clock);
    }

    @AfterEach
    void close() {
        courier.close();
        database.close();
    }

    @Test
    void lines_arrive_in_the_order_they_were_said_after_the_board() {
        say("a", "b", "c");
        write(tx -> boards.want(tx, SESSION, 1));

        courier.deliverAllDue();

        assertThat(web.board(ROOM.id(), SESSION)).hasSize(1);
        assertThat(web.thread(ROOM.id())).containsExactly("a", "b", "c");
        assertThat(slack.thread(SLACK.id())).containsExactly("a", "b", "c");
        assertThat(courier.nextDue()).isNull();
    }

    @Test
    void who_leads_is_told_once_that_a_channel_is_lost() {
        slack.remove(SLACK.id());
        say("a", "b");
        write(tx -> boards.want(tx, SESSION, 1));

        courier.deliverAllDue();

        assertThat(web.thread(ROOM.id())).containsExactly("a", "b");
        assertThat(told(ADA)).containsExactly("delivery.channel-lost");
        assertThat(told(BO)).isEmpty();
    }

    @Test
    void who_leads_is_told_that_a_deleted_board_stands_again() {
        write(tx -> boards.want(tx, SESSION, 1));
        courier.deliverAllDue();
        var anchors = new StoredAnchors(database);
        var gone = requireNonNull(anchors.board(SESSION, SLACK.id()));

        anchors.lostBoard(SESSION, SLACK.id(), gone);
        courier.deliverAllDue();
        write(tx -> boards.want(tx, SESSION, 2));
        courier.deliverAllDue();

        assertThat(told(ADA)).containsExactly("delivery.board-again");
    }

    private List<String> told(MemberId member) {
        return database.read(tx -> whispers.inbox(tx, member, 0, 10)).stream()
                .map(whisper -> whisper.line().template())
                .toList();
    }

    @Test
    void many_changes_of_a_board_are_one_edit() {
        write(tx -> boards.want(tx, SESSION, 1));
        write(tx -> boards.want(tx, SESSION, 2));
        write(tx -> boards.want(tx, SESSION, 3));

        courier.deliverAllDue();

        assertThat(web.board(ROOM.id(), SESSION)).hasSize(1);
    }

    @Test
    void usual_edits_keep_the_pause_of_the_platform_and_a_step_change_does_not() {
        slack.limitEdits(Duration.ofSeconds(5));
        show(1, false);
        show(2, false);
        assertThat(slack.board(SLACK.id(), SESSION)).hasSize(1);
        assertThat(web.board(ROOM.id(), SESSION)).hasSize(2);

        show(3, true);
        assertThat(slack.board(SLACK.id(), SESSION)).hasSize(2);

        show(4, false);
        assertThat(courier.nextDue()).isEqualTo(NOON.plusSeconds(5));
        clock.pass(Duration.ofSeconds(5));
        courier.deliverAllDue();
        assertThat(slack.board(SLACK.id(), SESSION)).hasSize(3);
    }

    @Test
    void a_platform_that_asks_for_a_pause_gets_it_and_the_order_holds() {
        slack.limitRate();
        say("a", "b");

        courier.deliverAllDue();
        assertThat(slack.thread(SLACK.id())).isEmpty();
        assertThat(web.thread(ROOM.id())).containsExactly("a", "b");
        assertThat(courier.nextDue()).isBetween(NOON.plusSeconds(30), NOON.plusSeconds(31));

        clock.pass(Duration.ofSeconds(31));
        courier.deliverAllDue();
        assertThat(slack.thread(SLACK.id())).containsExactly("a", "b");
    }

    @Test
    void a_dead_channel_is_marked_and_holds_up_nobody() {
        slack.remove(SLACK.id());
        say("a", "b");
        write(tx -> boards.want(tx, SESSION, 1));

        courier.deliverAllDue();

        assertThat(web.thread(ROOM.id())).containsExactly("a", "b");
        assertThat(states(SLACK.id()))
                .containsExactly(DeliveryState.UNDELIVERABLE, DeliveryState.UNDELIVERABLE);
        assertThat(courier.nextDue()).isNull();
    }

    @Test
    void a_line_is_never_doubled_when_the_process_dies_as_it_is_sent() {
        slack.kill(true);
        say("a", "b");

        dieAndRestart();

        assertThat(slack.thread(SLACK.id())).containsExactly("a", "b");
        assertThat(states(SLACK.id()))
                .containsExactly(DeliveryState.UNCERTAIN, DeliveryState.DELIVERED);
    }

    @Test
    void a_platform_that_can_be_asked_gets_exactly_what_it_lacks() {
        slack.allowAsking();
        slack.kill(true);
        say("a", "b");
        dieAndRestart();
        slack.kill(false);
        say("c");
        dieAndRestart();

        assertThat(slack.thread(SLACK.id())).containsExactly("a", "b", "c");
        assertThat(states(SLACK.id())).containsOnly(DeliveryState.DELIVERED);
    }

    @Test
    void a_line_that_was_never_answered_is_traced_before_it_is_sent_again() {
        slack.allowAsking();
        slack.timeOut(true);
        slack.timeOut(false);
        say("a", "b");

        for (int minute = 0; minute < 3; minute++) {
            courier.deliverAllDue();
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(slack.thread(SLACK.id())).containsExactly("a", "b");
        assertThat(states(SLACK.id())).containsOnly(DeliveryState.DELIVERED);
    }

    @Test
    void a_whisper_reaches_its_member_where_they_are() {
        write(tx -> whispers.add(tx, SESSION, ADA, "w", line("psst"), NOON));
        write(tx -> whispers.add(tx, SESSION, Sample.BO, "w", line("psst"), NOON));

        courier.deliverAllDue();

        assertThat(web.whispers(ADA)).containsExactly("psst");
        DeliveryState ofBo = database.read(tx -> whispers.state(tx, SESSION, Sample.BO, "w"));
        assertThat(ofBo).isEqualTo(DeliveryState.UNDELIVERABLE);
    }

    @Test
    void what_nobody_takes_ends_in_a_named_state() {
        say("a");

        for (int i = 0; i < Backoff.MOST_TRIES; i++) {
            slack.limitRate();
            courier.deliverAllDue();
            clock.pass(Duration.ofMinutes(10));
        }

        assertThat(states(SLACK.id())).containsExactly(DeliveryState.UNDELIVERABLE);
    }

    @Test
    void two_couriers_never_post_in_between_each_other() throws InterruptedException {
        int lines = 40;
        var first = courier("first", InstantSource.system());
        var second = courier("second", InstantSource.system());
        first.start();
        second.start();
        try (first;
                second) {
            for (int i = 0; i < lines; i++) {
                say("line " + i);
                first.wake();
                second.wake();
            }
            web.awaitLines(ROOM.id(), lines);
            slack.awaitLines(SLACK.id(), lines);
        }

        var said = IntStream.range(0, lines).mapToObj(i -> "line " + i).toList();
        assertThat(web.thread(ROOM.id())).isEqualTo(said);
        assertThat(slack.thread(SLACK.id())).isEqualTo(said);
        assertThat(web.hasInterleaved() || slack.hasInterleaved()).isFalse();
    }

    private void dieAndRestart() {
        assertThatThrownBy(courier::deliverAllDue).isInstanceOf(FakeChat.Killed.class);
        courier = courier("one", clock);
        courier.deliverAllDue();
    }

    private Courier courier(String process, InstantSource clock) {
        return new Courier(
                database, List.of(web, slack), new Plain(), clock, new Random(1), process);
    }

    private void show(long version, boolean atOnce) {
        write(tx -> boards.want(tx, SESSION, version, atOnce));
        courier.deliverAllDue();
    }

    private void say(String... texts) {
        var channels = List.of(ROOM.id(), SLACK.id());
        for (var text : texts) {
            write(tx -> posts.enqueue(tx, SESSION, channels, text, line(text), 0, NOON));
        }
    }

    private List<DeliveryState> states(ChannelId channel) {
        List<Posts.Fate> ledger = database.read(tx -> posts.ledger(tx, SESSION));
        return ledger.stream()
                .filter(fate -> fate.channel().equals(channel))
                .map(Posts.Fate::state)
                .toList();
    }

    private void write(Consumer<Tx> work) {
        database.write(tx -> {
            work.accept(tx);
            return null;
        });
    }

    private static Line line(String text) {
        return Line.of("said").with("text", new Arg.Label(text));
    }

    /// Says every line as it stands.
    private static final class Plain implements Wording {
        @Override
        public Message line(SessionId session, ChannelId channel, Line line) {
            return Message.text(line.args().get("text") instanceof Arg.Label(var text) ? text : "");
        }

        @Override
        public Message board(SessionId session, ChannelId channel) {
            return Message.text("board");
        }

        @Override
        public Message whisper(SessionId session, MemberId member, Line line) {
            return line(session, ROOM.id(), line);
        }
    }
}
