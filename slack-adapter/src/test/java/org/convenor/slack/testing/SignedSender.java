package org.convenor.slack.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Sends requests to our HTTP side as Slack does: signed, and again when nobody takes them.
public final class SignedSender implements AutoCloseable {
    /// Slack waits three seconds; a test may not wait at all.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int RETRIES = 3;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI target;
    private final String secret;
    private final InstantSource clock;

    public SignedSender(URI target, String secret, InstantSource clock) {
        this.target = target;
        this.secret = secret;
        this.clock = clock;
    }

    /// Sends once.
    ///
    /// @param type `application/json` or `application/x-www-form-urlencoded`
    public HttpResponse<String> send(String type, String body) {
        return send(request(type, body, body, clock.instant()));
    }

    /// Sends until it is taken, at most four times, without waiting in between.
    ///
    /// @return the status of each try
    public List<Integer> deliver(String type, String body) {
        var statuses = new ArrayList<Integer>();
        for (int retry = 0; retry <= RETRIES; retry++) {
            var request = request(type, body, body, clock.instant());
            if (retry > 0) {
                request.header("X-Slack-Retry-Num", Integer.toString(retry))
                        .header("X-Slack-Retry-Reason", "http_error");
            }
            int status = send(request).statusCode();
            statuses.add(status);
            if (status < 300) {
                break;
            }
        }
        return statuses;
    }

    /// A request that was signed for another body.
    public HttpResponse<String> sendChanged(String type, String signed, String sent) {
        return send(request(type, signed, sent, clock.instant()));
    }

    /// A request that was signed some time ago.
    public HttpResponse<String> sendLate(String type, String body, Duration age) {
        return send(request(type, body, body, clock.instant().minus(age)));
    }

    private HttpRequest.Builder request(String type, String signed, String sent, Instant at) {
        var timestamp = Long.toString(at.getEpochSecond());
        return HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", "v0=" + hmac("v0:" + timestamp + ":" + signed))
                .POST(HttpRequest.BodyPublishers.ofString(sent));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("our side does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
