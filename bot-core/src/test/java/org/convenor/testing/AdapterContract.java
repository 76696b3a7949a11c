package org.convenor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.convenor.store.Sample.ADA;
import static org.convenor.store.Sample.COHORT;
import static org.convenor.store.Sample.HASH;
import static org.convenor.store.Sample.NOON;
import static org.convenor.store.Sample.SESSION;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.ChatPlatform;
import org.convenor.runtime.Courier;
import org.convenor.store.Boards;
import org.convenor.store.Channels;
import org.convenor.store.Database;
import org.convenor.store.DeliveryState;
import org.convenor.store.Posts;
import org.convenor.store.ProtocolTexts;
import org.convenor.store.Sample;
import org.convenor.store.Sessions;
import org.convenor.store.Tx;
import org.convenor.store.Whispers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every platform keeps, delivered to by the real courier from a real database. A subclass
/// says how to look at the platform from the people's side.
public abstract class AdapterContract {
    /// Longer than the pauses and back-offs of one round.
    private static final Duration ROUND = Duration.ofMinutes(6);

    private static final int ROUNDS = 8;

    @TempDir Path folder;

    protected final SettableClock clock = new SettableClock(NOON);
    protected final PlainWording wording = new PlainWording();
    private final Posts posts = new Posts();
    private final Boards boards = new Boards();
    private final Whispers whispers = new Whispers();
    protected Database database;
    private Courier courier;
    protected Channel first;
    protected Channel second;

    /// The platform under test, on an open database. Called once for each test.
    protected abstract ChatPlatform platform();

    /// The address of a new, empty place in which [Sample#ADA] is.
    protected abstract String newPlace(String name);

    /// The lines of the session in a place as people read them, in order.
    protected abstract List<String> lines(Channel channel);

    /// The boards that stand in a place; null if a board is no message there.
    protected abstract @Nullable List<String> boards(Channel channel);

    /// What [Sample#ADA] was told in private; null if that is not delivered but looked up.
    protected abstract @Nullable List<String> whispers();

    /// Makes a place unreachable for good.
    ///
    /// @return false if that cannot happen here
    protected abstract boolean lose(Channel channel);

    /// Called when the database is settled, before the platform is asked for.
    protected abstract void settle();

    @BeforeEach
    void start() {
        database = Database.sqlite(folder.resolve("convenor.db"));
        Sample.settle(database);
        settle();
        var platform = platform();
        first = new Channel(new ChannelId("first"), platform.name(), newPlace("First"), "First");
        second =
                new Channel(new ChannelId("second"), platform.name(), newPlace("Second"), "Second");
        var channels = new Channels();
        var sessions = new Sessions(new ProtocolTexts());
        write(tx -> channels.insert(tx, first, COHORT));
        write(tx -> channels.insert(tx, second, COHORT));
        write(tx -> sessions.insert(tx, Sample.session(), COHORT, first.id(), HASH, NOON));
        write(tx -> sessions.link(tx, SESSION, second.id()));
        courier = new Courier(database, List.of(platform), wording, clock, new Random(1), "one");
    }

    @AfterEach
    void close() {
        courier.close();
        database.close();
    }

    @Test
    protected void lines_arrive_once_and_in_order_after_the_board() {
        say("a", "b", "c");
        say("b");
        show(1);

        deliver();

        assertThat(lines(first)).containsExactly("a", "b", "c");
        assertThat(lines(second)).containsExactly("a", "b", "c");
        assertThat(states(first)).containsOnly(DeliveryState.DELIVERED);
    }

    @Test
    protected void a_line_that_may_have_arrived_is_there_once() {
        show(1);
        say("a", "b");
        deliver();
        write(tx -> tx.update("update post set state = 'ATTEMPTED' where key = 'b'"));
        say("c");

        deliver();

        assertThat(lines(first)).containsExactly("a", "b", "c");
        assertThat(states(first)).containsOnly(DeliveryState.DELIVERED);
    }

    @Test
    protected void a_board_is_edited_in_place() {
        show(1);
        deliver();
        show(2);
        deliver();

        var standing = boards(first);
        assumeThat(standing).isNotNull();
        assertThat(standing).hasSize(1).first().isIn("Board 3", "Board 4");
    }

    @Test
    protected void a_board_that_may_have_arrived_stands_once() {
        show(1);
        deliver();
        write(tx ->
                tx.update(
                        "update board set state = 'ATTEMPTED', platform_id = null, delivered = 0"));
        deliver();
        show(2);
        deliver();

        var standing = boards(first);
        assumeThat(standing).isNotNull();
        assertThat(standing).hasSize(1);
    }

    @Test
    protected void a_place_that_is_gone_holds_up_no_other() {
        assumeThat(lose(first)).isTrue();
        say("a", "b");
        show(1);

        deliver();

        assertThat(lines(second)).containsExactly("a", "b");
        assertThat(states(first)).containsOnly(DeliveryState.UNDELIVERABLE);
    }

    @Test
    protected void a_private_word_is_told_once_whatever_breaks() {
        write(tx -> whispers.add(tx, SESSION, ADA, "w", PlainWording.line("psst"), NOON));
        deliver();
        write(tx -> tx.update("update whisper set state = 'ATTEMPTED'"));
        deliver();

        var told = whispers();
        assumeThat(told).isNotNull();
        assertThat(told).containsExactly("psst");
    }

    /// Lets the courier work, and time pass, until nothing more can come of it.
    protected final void deliver() {
        for (int round = 0; round < ROUNDS; round++) {
            courier.deliverAllDue();
            clock.pass(ROUND);
        }
    }

    /// Lets the courier do what is due, without time passing.
    protected final void deliverNow() {
        courier.deliverAllDue();
    }

    protected final void say(String... texts) {
        sayIn(0, texts);
    }

    /// @param thread id of a group
    protected final void sayIn(int thread, String... texts) {
        var channels = List.of(first.id(), second.id());
        for (var text : texts) {
            write(tx ->
                    posts.enqueue(
                            tx, SESSION, channels, text, PlainWording.line(text), thread, NOON));
        }
    }

    protected final void show(long version) {
        write(tx -> boards.want(tx, SESSION, version, true));
    }

    protected final void whisper(String key, String text) {
        write(tx -> whispers.add(tx, SESSION, ADA, key, PlainWording.line(text), NOON));
    }

    protected final List<DeliveryState> states(Channel channel) {
        List<Posts.Fate> ledger = database.read(tx -> posts.ledger(tx, SESSION));
        return ledger.stream()
                .filter(fate -> fate.channel().equals(channel.id()))
                .map(Posts.Fate::state)
                .toList();
    }

    protected final void write(Consumer<Tx> work) {
        database.write(tx -> {
            work.accept(tx);
            return 0;
        });
    }
}
