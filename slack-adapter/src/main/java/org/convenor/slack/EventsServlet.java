package org.convenor.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what Slack sends as signed requests. Nothing is read before the signature is right; what
/// is refused is logged without anything of what it said.
final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EventsServlet.class);

    /// Slack sends less. More is not read at all.
    private static final int MOST_BYTES = 1 << 20;

    private static final String PAYLOAD = "payload=";

    /// What Slack's parser knows. It writes everything else into the log as it is.
    private static final Set<String> KNOWN =
            Set.of(
                    "block_actions",
                    "view_submission",
                    "view_closed",
                    "shortcut",
                    "message_action",
                    "event_callback",
                    "url_verification");

    private final transient Signatures signatures;
    private final transient App app;
    private final transient SlackRequestParser parser;

    EventsServlet(Signatures signatures, App app) {
        this.signatures = signatures;
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        boolean good =
                body.length <= MOST_BYTES
                        && signatures.isGood(
                                request.getHeader("X-Slack-Request-Timestamp"),
                                request.getHeader("X-Slack-Signature"),
                                body);
        if (!good) {
            LOG.warn("a request that Slack did not sign, or not now, was refused");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        answer(response, taken(request, new String(body, StandardCharsets.UTF_8)));
    }

    private Response taken(HttpServletRequest request, String body) {
        var type = type(body);
        if (type != null && !KNOWN.contains(type)) {
            LOG.info("a payload of the unknown type {} was left alone", Dispatcher.loggable(type));
            return Response.ok();
        }
        try {
            return app.run(
                    parser.parse(
                            HttpRequest.builder()
                                    .requestUri(request.getRequestURI())
                                    .requestBody(body)
                                    .headers(headers(request))
                                    .remoteAddress(request.getRemoteAddr())
                                    .build()));
        } catch (Exception e) {
            LOG.error("a request was not taken: {}", e.getClass().getName());
            return Response.error(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    /// The type of a payload, or null for a command, which has none.
    private static @Nullable String type(String body) {
        try {
            if (body.startsWith("{")) {
                return type(JsonParser.parseString(body).getAsJsonObject());
            }
            for (var field : body.split("&", -1)) {
                if (field.startsWith(PAYLOAD)) {
                    var json =
                            URLDecoder.decode(
                                    field.substring(PAYLOAD.length()), StandardCharsets.UTF_8);
                    return type(JsonParser.parseString(json).getAsJsonObject());
                }
            }
            return body.contains("command=") ? null : "?";
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException _) {
            return "?";
        }
    }

    private static String type(JsonObject json) {
        return json.has("type") ? json.get("type").getAsString() : "?";
    }

    private static RequestHeaders headers(HttpServletRequest request) {
        return new RequestHeaders(
                Map.of("content-type", List.of(String.valueOf(request.getContentType()))));
    }

    private static void answer(HttpServletResponse response, Response taken) throws IOException {
        response.setStatus(taken.getStatusCode());
        var body = taken.getBody();
        if (body != null && !body.isEmpty()) {
            response.setContentType(taken.getContentType());
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
