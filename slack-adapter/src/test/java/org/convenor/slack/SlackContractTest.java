package org.convenor.slack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.slack.SlackPlace.at;
import static org.convenor.store.Sample.SESSION;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.convenor.chat.Channel;
import org.convenor.chat.ChatPlatform;
import org.convenor.slack.testing.FakeMessage;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.FakeWorkspace;
import org.convenor.slack.testing.Fault;
import org.convenor.store.DeliveryState;
import org.convenor.testing.AdapterContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Slack keeps what every platform keeps, and what goes wrong in Slack alone.
final class SlackContractTest extends AdapterContract {
    private final SlackPlace place = new SlackPlace(clock);
    private final FakeSlack fake = place.fake;
    private final FakeWorkspace workspace = place.workspace;
    private final String ada = place.ada;

    @Override
    protected void settle() {
        place.settle(database);
    }

    @Override
    protected ChatPlatform platform() {
        return place.platform(database);
    }

    @AfterEach
    void closeSlack() {
        place.close();
    }

    @Override
    protected String newPlace(String name) {
        return place.newChannel(name);
    }

    @Override
    protected List<String> lines(Channel channel) {
        return place.lines(channel);
    }

    @Override
    protected List<String> boards(Channel channel) {
        return place.boards(channel).stream().map(FakeMessage::text).toList();
    }

    @Override
    protected List<String> whispers() {
        return workspace.ephemerals(at(first), ada).stream().map(FakeMessage::text).toList();
    }

    @Override
    protected boolean lose(Channel channel) {
        workspace.archive(at(channel));
        return true;
    }

    private void begin() {
        show(1);
        deliver();
    }

    @Test
    void a_post_that_broke_off_after_it_arrived_is_there_once() {
        begin();
        for (var fault :
                List.of(
                        Fault.ERROR_AFTER,
                        Fault.DROP_AFTER,
                        Fault.SILENCE_AFTER,
                        Fault.GARBLED_AFTER)) {
            fake.next("chat.postMessage", fault);
        }

        say("a", "b", "c", "d");
        deliver();

        assertThat(lines(first)).containsExactly("a", "b", "c", "d");
        assertThat(lines(second)).containsExactly("a", "b", "c", "d");
        assertThat(states(first)).containsOnly(DeliveryState.DELIVERED);
    }

    @Test
    void a_post_that_broke_off_before_it_arrived_is_there_once() {
        begin();
        fake.next("chat.postMessage", Fault.ERROR_BEFORE, Fault.DROP_BEFORE, Fault.SILENCE_BEFORE);

        say("a", "b");
        deliver();

        assertThat(lines(first)).containsExactly("a", "b");
        assertThat(lines(second)).containsExactly("a", "b");
    }

    @Test
    void a_first_board_that_was_never_answered_stands_once() {
        fake.next("chat.postMessage", Fault.DROP_AFTER, Fault.SILENCE_AFTER);

        show(1);
        say("a");
        deliver();

        assertThat(boards(first)).hasSize(1);
        assertThat(boards(second)).hasSize(1);
        assertThat(lines(first)).containsExactly("a");
    }

    @Test
    void a_line_is_found_among_much_that_people_wrote() {
        fake.restrictHistory();
        begin();
        say("a");
        deliver();
        var board = place.boards(first).getFirst().ts();
        for (int i = 0; i < 40; i++) {
            workspace.write(at(first), ada, "chatter " + i, board);
        }
        fake.next("chat.postMessage", Fault.DROP_AFTER);
        say("b");
        deliver();

        assertThat(workspace.thread(at(first), board))
                .extracting(FakeMessage::text)
                .containsOnlyOnce("b");
    }

    @Test
    void each_group_has_a_thread_under_a_message_of_its_own() {
        begin();
        sayIn(1, "g1-a", "g1-b");
        sayIn(2, "g2-a");
        say("all");

        deliver();

        assertThat(lines(first)).containsExactly("all");
        assertThat(groupThread("Group 1")).containsExactly("g1-a", "g1-b");
        assertThat(groupThread("Group 2")).containsExactly("g2-a");
    }

    @Test
    void the_message_above_a_group_is_posted_once_whatever_breaks() {
        begin();
        fake.next("chat.postMessage", Fault.DROP_AFTER, Fault.ERROR_AFTER);

        sayIn(1, "g1-a");
        deliver();

        assertThat(groupThread("Group 1")).containsExactly("g1-a");
    }

    private List<String> groupThread(String name) {
        var heads =
                workspace.messages(at(first)).stream()
                        .filter(message -> message.text().equals(name))
                        .toList();
        assertThat(heads).hasSize(1);
        return workspace.thread(at(first), heads.getFirst().ts()).stream()
                .map(FakeMessage::text)
                .toList();
    }

    @Test
    void a_board_that_somebody_deleted_is_posted_anew_once() {
        begin();
        workspace.delete(at(first), place.boards(first).getFirst().ts());
        fake.next("chat.postMessage", Fault.DROP_AFTER);

        show(2);
        deliver();
        show(3);
        deliver();

        assertThat(boards(first)).hasSize(1);
        assertThat(place.boards(first).getFirst().edits()).isPositive();
    }

    @Test
    void a_line_whose_board_was_deleted_brings_it_back_first() {
        begin();
        workspace.delete(at(first), place.boards(first).getFirst().ts());

        say("a");
        deliver();

        assertThat(boards(first)).hasSize(1);
        assertThat(lines(first)).containsExactly("a");
    }

    @Test
    void who_is_in_no_channel_of_the_session_gets_a_direct_message_once() {
        workspace.remove(at(first), ada);
        workspace.remove(at(second), ada);
        fake.next("chat.postMessage", Fault.DROP_AFTER);

        whisper("w", "psst");
        deliver();

        assertThat(workspace.directMessages(ada))
                .extracting(FakeMessage::text)
                .containsExactly("psst");
    }

    @Test
    void who_is_in_one_of_the_channels_is_told_there() {
        workspace.remove(at(first), ada);

        whisper("w", "psst");
        deliver();

        assertThat(workspace.ephemerals(at(second), ada)).hasSize(1);
        assertThat(workspace.directMessages(ada)).isEmpty();
    }

    @Test
    void a_workspace_that_is_limited_for_an_hour_gets_everything_afterwards() {
        begin();
        fake.limit(workspace, Duration.ofHours(1));
        int before = fake.calls("chat.postMessage").size();

        say("a", "b");
        deliver();
        assertThat(lines(first)).isEmpty();
        // One call in each channel was told how long to wait.
        assertThat(fake.calls("chat.postMessage")).hasSize(before + 2);
        deliver();
        deliver();

        assertThat(lines(first)).containsExactly("a", "b");
        assertThat(states(first)).containsOnly(DeliveryState.DELIVERED);
    }

    @Test
    void what_slack_refuses_for_good_ends_in_a_named_state() {
        begin();
        for (var error : List.of("token_revoked", "account_inactive", "missing_scope")) {
            workspace.refuse(error);
            say(error);
            deliver();
        }
        workspace.refuse("");
        workspace.remove(at(first), workspace.bot());
        say("a");
        deliver();

        assertThat(states(first)).hasSize(4).containsOnly(DeliveryState.UNDELIVERABLE);
        assertThat(lines(second)).containsExactly("a");
    }

    @Test
    void a_line_a_second_and_an_edit_each_five_without_a_single_refusal() {
        begin();
        var texts = IntStream.range(0, 10).mapToObj(i -> "line " + i).toList();
        say(texts.toArray(String[]::new));
        for (int second = 0; second < 40; second++) {
            show(2 + second);
            deliverNow();
            clock.pass(Duration.ofMillis(1_050));
        }
        deliver();

        assertThat(lines(first)).isEqualTo(texts);
        assertThat(fake.refusals()).isZero();
    }

    @Test
    void the_board_of_a_channel_carries_its_key_and_no_words() {
        begin();

        var metadata = requireNonNull(place.boards(first).getFirst().metadata());

        assertThat(metadata.toString())
                .isEqualTo(
                        "{\"event_type\":\"convenor_board\",\"event_payload\":{\"key\":\"%s\"}}"
                                .formatted(SESSION));
    }
}
