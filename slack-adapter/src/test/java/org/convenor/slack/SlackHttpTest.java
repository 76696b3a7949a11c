package org.convenor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.FakeWorkspace;
import org.convenor.slack.testing.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Slack's client on the newer HTTP client.
class SlackHttpTest {
    private final FakeSlack fake = FakeSlack.start(InstantSource.system());
    private final FakeWorkspace workspace = fake.workspace("T1");
    private final Slack slack =
            SlackHttp.slack(SlackHttp.client(Duration.ofMillis(700)), fake.api());

    @AfterEach
    void close() throws Exception {
        slack.close();
        fake.close();
    }

    @Test
    void a_message_is_posted() throws IOException, SlackApiException {
        var channel = workspace.addChannel("reading");

        var answer =
                slack.methods(workspace.token())
                        .chatPostMessage(request -> request.channel(channel).text("Hello"));

        assertThat(answer.isOk()).isTrue();
        assertThat(workspace.messages(channel)).extracting("text").containsExactly("Hello");
    }

    @Test
    void a_file_is_uploaded() throws IOException, SlackApiException {
        var channel = workspace.addChannel("reading");

        var answer =
                slack.methods(workspace.token())
                        .filesUploadV2(request ->
                                request.channel(channel)
                                        .filename("record.md")
                                        .title("Record")
                                        .fileData("# Räume\n".getBytes(UTF_8)));

        assertThat(answer.isOk()).isTrue();
        var file = requireNonNull(fake.file(answer.getFile().getId()));
        assertThat(file.name()).isEqualTo("record.md");
        assertThat(new String(file.bytes(), UTF_8)).contains("# Räume\n");
        assertThat(file.channel()).isEqualTo(channel);
    }

    @Test
    void a_call_that_broke_off_is_not_made_again_by_itself() {
        var channel = workspace.addChannel("reading");
        fake.next("chat.postMessage", Fault.DROP_AFTER);

        var broken =
                catchThrowable(() ->
                        slack.methods(workspace.token())
                                .chatPostMessage(request -> request.channel(channel).text("Once")));

        assertThat(broken).isInstanceOf(IOException.class);
        assertThat(SentMarker.wasSent(broken)).isTrue();
        assertThat(fake.calls("chat.postMessage")).hasSize(1);
        assertThat(workspace.messages(channel)).hasSize(1);
    }

    @Test
    void silence_ends_and_may_have_been_heard() {
        var channel = workspace.addChannel("reading");
        fake.next("chat.postMessage", Fault.SILENCE_AFTER);

        var broken =
                catchThrowable(() ->
                        slack.methods(workspace.token())
                                .chatPostMessage(request -> request.channel(channel).text("Once")));

        assertThat(SentMarker.wasSent(broken)).isTrue();
        assertThat(workspace.messages(channel)).hasSize(1);
    }

    @Test
    void who_cannot_be_reached_heard_nothing() {
        var token = workspace.token();
        fake.close();

        var broken = catchThrowable(() -> slack.methods(token).authTest(request -> request));

        assertThat(broken).isInstanceOf(IOException.class);
        assertThat(SentMarker.wasSent(broken)).isFalse();
    }
}
