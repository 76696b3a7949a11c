package org.convenor.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One open transaction. Valid only while the [Work] runs that it was given to, on that thread.
///
/// Arguments stand for the question marks in order: text, numbers, booleans, ids, dates, instants
/// (stored in milliseconds) and null.
public interface Tx {
    /// Inserts, updates or deletes.
    ///
    /// @return how many rows were touched
    int update(String sql, @Nullable Object... args);

    <T extends @Nullable Object> List<T> list(
            String sql, RowReader<T> reader, @Nullable Object... args);

    /// The first row, or null if there is none.
    <T> @Nullable T one(String sql, RowReader<T> reader, @Nullable Object... args);

    /// Like [#one]; in a writing transaction nobody else changes the row until this one ends.
    ///
    /// @param sql a plain select from one table
    <T> @Nullable T oneLocked(String sql, RowReader<T> reader, @Nullable Object... args);
}
