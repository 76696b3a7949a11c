package org.convenor.slack;

import com.google.gson.JsonParser;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands each request to whoever takes its kind, whichever way it came in. Nothing comes behind it:
/// what Slack's kit has no handler for it writes into the log as it is.
final class Dispatcher implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Pressing pressing;
    private final Typing typing;
    private final Happening happening;

    Dispatcher(Pressing pressing, Typing typing, Happening happening) {
        this.pressing = pressing;
        this.typing = typing;
        this.happening = happening;
    }

    /// @return anything but 200 makes Slack try again: nothing was stored
    @Override
    @SuppressWarnings("rawtypes") // As the kit declares it.
    public Response apply(Request request, Response response, MiddlewareChain chain) {
        try {
            return taken(request);
        } catch (RuntimeException e) {
            LOG.error("a {} was not taken: {}", request.getRequestType(), where(e));
            return Response.error(500);
        }
    }

    private Response taken(Request<?> request) {
        return switch (request) {
            case BlockActionRequest press -> {
                pressing.pressed(press.getPayload());
                yield Response.ok();
            }
            case ViewSubmissionRequest form -> pressing.submitted(form.getPayload());
            case SlashCommandRequest command -> typing.typed(command.getPayload());
            case EventRequest event -> {
                happening.take(
                        JsonParser.parseString(event.getRequestBodyAsString()).getAsJsonObject());
                yield Response.ok();
            }
            case UrlVerificationRequest hello -> Response.ok(hello.getChallenge());
            default -> {
                LOG.info("a {} was left alone", request.getRequestType());
                yield Response.ok();
            }
        };
    }

    /// What went wrong and where, without the message, which may quote somebody.
    static String where(@Nullable Throwable failed) {
        if (failed == null) {
            return "?";
        }
        var frames = failed.getStackTrace();
        return failed.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
    }

    /// A name that somebody sent, fit for the log.
    static String loggable(String name) {
        return name.matches("[A-Za-z0-9_.]{1,40}") ? name : "?";
    }
}
