package org.convenor.rehearsal;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What somebody does now and then besides taking part. Each at most once, so that a session ends.
/// Not thread-safe.
final class Whims {
    private static final int STEPS_BEFORE_LEAVING = 6;

    private boolean wantsRole;
    private boolean mayRefuse;
    private int stepsBeforeLeaving;

    /// @param goesAway whether this person leaves for a while
    Whims(boolean goesAway, RandomGenerator random) {
        this.wantsRole = random.nextInt(4) == 0;
        this.mayRefuse = random.nextInt(10) == 0;
        this.stepsBeforeLeaving =
                goesAway ? 2 + random.nextInt(STEPS_BEFORE_LEAVING) : Integer.MAX_VALUE;
    }

    void stepOpened() {
        stepsBeforeLeaving--;
    }

    @Nullable Wish wish(Glance glance) {
        if (stepsBeforeLeaving <= 0 && glance.has("leave") && glance.step() != null) {
            return Wish.of(Wish.Kind.LEAVE);
        }
        return wantsRole && glance.has("take-role") ? Wish.of(Wish.Kind.TAKE_ROLE) : null;
    }

    void left() {
        stepsBeforeLeaving = Integer.MAX_VALUE;
    }

    void tookRole() {
        wantsRole = false;
    }

    /// Whether this person says no to what they were named for.
    boolean refuses() {
        boolean refuses = mayRefuse;
        mayRefuse = false;
        return refuses;
    }
}
