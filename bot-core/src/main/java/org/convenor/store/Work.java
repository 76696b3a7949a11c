package org.convenor.store;

import org.jspecify.annotations.Nullable;

/// What is done within one transaction. It may be run more than once before it counts, so it
/// changes nothing but the database; it throws to undo everything it wrote.
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
    T run(Tx tx);
}
