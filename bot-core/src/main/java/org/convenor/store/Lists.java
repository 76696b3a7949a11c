package org.convenor.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists of values within SQL, in few enough lengths that prepared statements are used again.
final class Lists {
    private Lists() {}

    /// The values, the last one repeated up to the next power of two; one null for none at all.
    static List<@Nullable Object> padded(Collection<?> values) {
        var padded = new ArrayList<@Nullable Object>(values);
        Object last = padded.isEmpty() ? null : padded.getLast();
        int length = Math.max(1, Integer.highestOneBit(2 * padded.size() - 1));
        padded.addAll(Collections.nCopies(length - padded.size(), last));
        return padded;
    }

    /// As many question marks, with commas.
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
