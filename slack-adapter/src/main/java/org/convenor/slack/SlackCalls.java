package org.convenor.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.DeliveryException.TryLater;
import org.convenor.chat.DeliveryException.Unanswered;
import org.convenor.chat.DeliveryException.Undeliverable;
import org.jspecify.annotations.Nullable;

/// Calls methods of Slack and says what an end means. Thread-safe.
final class SlackCalls {
    private static final int TOO_MANY = 429;
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    private final Slack slack;
    private final Workspaces workspaces;
    private final Holds holds;

    SlackCalls(Slack slack, Workspaces workspaces, InstantSource clock) {
        this.slack = slack;
        this.workspaces = workspaces;
        this.holds = new Holds(clock);
    }

    /// One call.
    @FunctionalInterface
    interface Request<T> {
        T send(MethodsClient methods) throws IOException, SlackApiException;
    }

    /// @param rate what Slack counts together: the method, and the channel where it counts by
    ///   channel
    /// @throws Refusal if Slack answered that it did not do it
    /// @throws DeliveryException if the rate is used up, nothing was answered, or we are not
    ///   installed
    <T extends SlackApiTextResponse> T call(String workspace, String rate, Request<T> request)
            throws DeliveryException, Refusal {
        var token = workspaces.token(workspace);
        if (token == null) {
            throw new Undeliverable("not installed in workspace " + workspace);
        }
        var held = workspace + "/" + rate;
        holds.check(held);
        T answer;
        try {
            answer = request.send(slack.methods(token));
        } catch (SlackApiException e) {
            throw meaning(e, held);
        } catch (IOException e) {
            throw SentMarker.wasSent(e)
                    ? new Unanswered("Slack did not answer")
                    : new TryLater("Slack could not be reached", Duration.ZERO);
        }
        if (!answer.isOk()) {
            throw new Refusal(String.valueOf(answer.getError()));
        }
        return answer;
    }

    /// From now on nothing of this rate is called for a while.
    void pause(String workspace, String rate, Duration time) {
        holds.hold(workspace + "/" + rate, time);
    }

    private DeliveryException meaning(SlackApiException e, String held) {
        int status = e.getResponse().code();
        if (status == TOO_MANY) {
            var pause = pause(e.getResponse().header("Retry-After"));
            holds.hold(held, pause);
            return new TryLater("too many requests", pause);
        }
        // What has another status than 4xx may have been done, whatever the answer looks like.
        return status >= 400 && status < 500
                ? new TryLater("Slack answered " + status, Duration.ZERO)
                : new Unanswered("Slack answered " + status);
    }

    private static Duration pause(@Nullable String header) {
        return header != null && header.matches("\\d{1,6}")
                ? Duration.ofSeconds(Math.max(1, Long.parseLong(header)))
                : USUAL_PAUSE;
    }
}
