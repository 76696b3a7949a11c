package org.convenor.store;

import org.jspecify.annotations.Nullable;

/// Makes a value of one row. Must not ask the database for more while it reads.
@FunctionalInterface
public interface RowReader<T extends @Nullable Object> {
    T read(Row row);
}
