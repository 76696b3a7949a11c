package org.convenor.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// Slack's own client on an HTTP client tuned for it. One of each for the whole process: both keep
/// threads and connections.
public final class SlackHttp {
    /// In the Web API Slack answers within a second or two, or not at all.
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int IDLE_CONNECTIONS = 16;
    private static final int IDLE_MINUTES = 5;

    private SlackHttp() {}

    /// Never sends a request a second time by itself: it cannot know whether the first one arrived.
    ///
    /// @param patience for a whole call
    public static OkHttpClient client(Duration patience) {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(patience)
                .writeTimeout(patience)
                .callTimeout(patience)
                .retryOnConnectionFailure(false)
                .connectionPool(
                        new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES))
                .addNetworkInterceptor(new SentMarker())
                .build();
    }

    /// @param api where the methods are, with a slash at the end; Slack's own outside of tests
    public static Slack slack(OkHttpClient client, String api) {
        var config = new SlackConfig();
        config.setStatsEnabled(false);
        config.setMethodsEndpointUrlPrefix(api);
        return Slack.getInstance(config, new SlackHttpClient(client));
    }
}
