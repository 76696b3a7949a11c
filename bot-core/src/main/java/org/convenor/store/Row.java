package org.convenor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The row a result stands at. Columns are counted from 1, as the select lists them.
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(int column) {
        return present(textOrNull(column), column);
    }

    public @Nullable String textOrNull(int column) {
        try {
            return result.getString(column);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    public long int64(int column) {
        return present(int64OrNull(column), column);
    }

    public @Nullable Long int64OrNull(int column) {
        try {
            long value = result.getLong(column);
            return result.wasNull() ? null : value;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    public int int32(int column) {
        return Math.toIntExact(int64(column));
    }

    public @Nullable Integer int32OrNull(int column) {
        Long value = int64OrNull(column);
        return value == null ? null : Math.toIntExact(value);
    }

    /// Null reads as false.
    public boolean bool(int column) {
        try {
            return result.getBoolean(column);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /// Reads milliseconds since 1970-01-01T00:00Z.
    public Instant instant(int column) {
        return Instant.ofEpochMilli(int64(column));
    }

    public @Nullable Instant instantOrNull(int column) {
        Long millis = int64OrNull(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static <T> T present(@Nullable T value, int column) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
