package org.convenor.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which time a track goes through a `repeat`.
///
/// @param repeat index of the step
/// @param number from 1
/// @param turns whose turn it is in each pass, as they were here when the repeat began; empty where
///   it is nobody's
public record Pass(int repeat, int number, List<Unit> turns) {
    public Pass {
        turns = List.copyOf(turns);
    }

    /// Whose turn it is in this pass, or null.
    public @Nullable Unit turn() {
        return turns.isEmpty() ? null : turns.get(number - 1);
    }

    Pass next() {
        return new Pass(repeat, number + 1, turns);
    }
}
