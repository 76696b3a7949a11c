package org.convenor.slack.testing;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `views.*`, and the triggers that allow them.
final class ViewMethods {
    private static final Duration TRIGGER_LIVES = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final Map<String, Trigger> triggers = new HashMap<>();
    private final Map<String, FakeView> views = new HashMap<>();
    private int count;

    ViewMethods(InstantSource clock) {
        this.clock = clock;
    }

    private record Trigger(String user, Instant at) {}

    /// A press or command gives one; it opens one view within three seconds.
    synchronized String trigger(String user) {
        var id = "trigger-" + ++count;
        triggers.put(id, new Trigger(user, clock.instant()));
        return id;
    }

    synchronized JsonObject open(Call call) {
        var trigger = triggers.get(call.need("trigger_id"));
        if (trigger == null) {
            throw new SlackError("invalid_trigger_id");
        }
        if (trigger.at().plus(TRIGGER_LIVES).isBefore(clock.instant())) {
            throw new SlackError("expired_trigger_id");
        }
        var view = view(call);
        if (triggers.remove(call.need("trigger_id")) == null) {
            throw new SlackError("exchanged_trigger_id");
        }
        return put(new FakeView("V" + ++count, trigger.user(), hash(), view));
    }

    synchronized JsonObject update(Call call) {
        var old = views.get(call.need("view_id"));
        if (old == null) {
            throw new SlackError("not_found");
        }
        var hash = call.get("hash");
        if (hash != null && !hash.equals(old.hash())) {
            throw new SlackError("hash_conflict");
        }
        return put(new FakeView(old.id(), old.user(), hash(), view(call)));
    }

    synchronized JsonObject publish(Call call) {
        var user = call.need("user_id");
        return put(new FakeView("H" + user, user, hash(), view(call)));
    }

    /// A view that stands open, or null.
    synchronized @Nullable FakeView find(String id) {
        return views.get(id);
    }

    /// The newest modal of a person, or null.
    synchronized @Nullable FakeView newest(String user) {
        return views.values().stream()
                .filter(view -> view.user().equals(user) && view.id().startsWith("V"))
                .max(Comparator.comparingInt(view -> Integer.parseInt(view.id().substring(1))))
                .orElse(null);
    }

    synchronized void close(String id) {
        views.remove(id);
    }

    private static JsonObject view(Call call) {
        var view = call.object("view", "invalid_arguments");
        if (view == null) {
            throw new SlackError("invalid_arguments");
        }
        var problems = ViewCheck.problems(view);
        if (!problems.isEmpty()) {
            throw new SlackError("invalid_arguments", problems);
        }
        return view;
    }

    private String hash() {
        return "hash-" + ++count;
    }

    private JsonObject put(FakeView view) {
        views.put(view.id(), view);
        var answer = Answers.ok();
        answer.add("view", view.json());
        return answer;
    }
}
