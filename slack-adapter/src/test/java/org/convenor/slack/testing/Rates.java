package org.convenor.slack.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// How often each method may be called: by workspace and minute, and posts by channel and second.
final class Rates {
    private static final Map<String, Integer> PER_MINUTE =
            Map.of(
                    "chat.update", 50,
                    "conversations.history", 50,
                    "conversations.replies", 50,
                    "conversations.open", 50,
                    "conversations.info", 50,
                    "conversations.members", 100,
                    "chat.postEphemeral", 100,
                    "views.open", 100,
                    "users.info", 100,
                    "files.getUploadURLExternal", 100);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private final Map<String, Instant> held = new HashMap<>();

    Rates(InstantSource clock) {
        this.clock = clock;
    }

    /// @return how many seconds to wait; zero if the call may be made, which is then counted
    synchronized long wait(Call call) {
        var now = clock.instant();
        var until = held.get(call.token());
        if (until != null && until.isAfter(now)) {
            return Duration.between(now, until).toSeconds() + 1;
        }
        if (call.method().equals("chat.postMessage")) {
            var key = call.token() + "/" + call.get("channel", "");
            return wait(key, 1, Duration.ofSeconds(1), now);
        }
        var most = PER_MINUTE.getOrDefault(call.method(), 100);
        return wait(call.token() + "/" + call.method(), most, Duration.ofMinutes(1), now);
    }

    private long wait(String key, int most, Duration window, Instant now) {
        var recent = calls.computeIfAbsent(key, _ -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().plus(window).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            return Math.max(1, Duration.between(now, recent.getFirst().plus(window)).toSeconds());
        }
        recent.addLast(now);
        return 0;
    }

    /// From now on every call with a token is refused for a while.
    synchronized void hold(String token, Duration time) {
        held.put(token, clock.instant().plus(time));
    }
}
