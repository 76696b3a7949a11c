package org.convenor.rehearsal;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.convenor.chat.Press;
import org.jspecify.annotations.Nullable;

/// What somebody who facilitates does: begins, lets people work, goes on when something waits for
/// them; now and then moves somebody, or calls the groups back. Not thread-safe.
final class Lead {
    private static final int ONE_IN = 20;

    private final RandomGenerator random;
    private final Set<Press> done = new HashSet<>();

    /// The groups for which it was thought over whether to interfere, by visit of all.
    private final Set<Integer> thoughtOver = new HashSet<>();

    private Wish.@Nullable Kind whim;

    Lead(RandomGenerator random) {
        this.random = random;
    }

    @Nullable Wish wish(Glance glance) {
        if (glance.has("begin")) {
            return Wish.of(Wish.Kind.BEGIN);
        }
        if (glance.has("begin-anyway")) {
            return Wish.of(Wish.Kind.BEGIN_ANYWAY);
        }
        if (glance.has("resume")) {
            return pressing(Wish.Kind.RESUME, glance, "resume");
        }
        return glance.groups() ? groups(glance) : together(glance);
    }

    private @Nullable Wish together(Glance glance) {
        if (glance.has("finish")) {
            return pressing(Wish.Kind.GO_ON, glance, "next");
        }
        if (glance.isTimed() || glance.step() == null) {
            return null;
        }
        var nudge = glance.button("nudge");
        return nudge == null || done.contains(nudge)
                ? pressing(Wish.Kind.LET_GO, glance, "next")
                : new Wish(Wish.Kind.NUDGE, nudge);
    }

    private @Nullable Wish groups(Glance glance) {
        if (!glance.waiting().isEmpty()) {
            return new Wish(Wish.Kind.LET_GO, glance.waiting().getFirst());
        }
        var callBack = glance.button("next");
        if (callBack != null && thoughtOver.add(callBack.visit())) {
            whim =
                    switch (random.nextInt(ONE_IN)) {
                        case 0 -> Wish.Kind.CALL_BACK;
                        case 1, 2 -> Wish.Kind.MOVE_SOMEBODY;
                        default -> null;
                    };
        }
        if (whim == Wish.Kind.CALL_BACK) {
            return pressing(whim, glance, "next");
        }
        return whim == null ? null : pressing(whim, glance, "move");
    }

    private static @Nullable Wish pressing(Wish.Kind kind, Glance glance, String verb) {
        var press = glance.button(verb);
        return press == null ? null : new Wish(kind, press);
    }

    /// What was wanted is done now.
    void did(Wish wish) {
        if (wish.press() != null) {
            done.add(wish.press());
        }
        if (wish.kind() == whim) {
            whim = null;
        }
    }
}
