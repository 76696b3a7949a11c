package org.convenor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// Statements on one connection, each prepared once. Used by one thread at a time.
final class JdbcTx implements Tx, AutoCloseable {
    /// Far more than the tables have, so that only texts built at run time are ever dropped.
    private static final int STATEMENTS_KEPT = 400;

    private final Connection connection;
    private final boolean hasRowLocks;
    private final LinkedHashMap<String, PreparedStatement> statements =
            new LinkedHashMap<>(64, 0.75f, true);
    private boolean broken;

    /// @param hasRowLocks whether the database locks rows, and this transaction may
    JdbcTx(Connection connection, boolean hasRowLocks) {
        this.connection = connection;
        this.hasRowLocks = hasRowLocks;
    }

    @Override
    public int update(String sql, @Nullable Object... args) {
        try {
            return bound(sql, args).executeUpdate();
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    @Override
    public <T extends @Nullable Object> List<T> list(
            String sql, RowReader<T> reader, @Nullable Object... args) {
        try (var result = bound(sql, args).executeQuery()) {
            var row = new Row(result);
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    @Override
    public <T> @Nullable T one(String sql, RowReader<T> reader, @Nullable Object... args) {
        try (var result = bound(sql, args).executeQuery()) {
            return result.next() ? reader.read(new Row(result)) : null;
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    @Override
    public <T> @Nullable T oneLocked(String sql, RowReader<T> reader, @Nullable Object... args) {
        return one(hasRowLocks ? sql + " for update" : sql, reader, args);
    }

    /// Runs a statement without arguments, such as `commit`.
    void execute(String sql) {
        try {
            var _ = prepared(sql).execute();
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    /// Whether the database refused something other than a broken constraint since the last
    /// [#mend]: the transaction may be gone, whatever the work made of it.
    boolean isBroken() {
        return broken;
    }

    void mend() {
        broken = false;
    }

    private StoreException refused(String sql, SQLException e) {
        var refused = new StoreException(e);
        if (!refused.isConstraint()) {
            forget(sql);
        }
        return refused;
    }

    /// The driver for SQLite closes a statement that failed, and would refuse it ever after.
    private void forget(String sql) {
        try (var _ = statements.remove(sql)) {
            broken = true;
        } catch (SQLException e) {
            // It is closed already, or its connection is gone.
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object[] args) throws SQLException {
        var statement = prepared(sql);
        for (int i = 0; i < args.length; i++) {
            bind(statement, i + 1, args[i]);
        }
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var known = statements.get(sql);
        if (known != null) {
            return known;
        }
        var statement = connection.prepareStatement(sql);
        statements.put(sql, statement);
        if (statements.size() > STATEMENTS_KEPT) {
            var eldest = statements.pollFirstEntry();
            eldest.getValue().close();
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object arg)
            throws SQLException {
        switch (arg) {
            case null -> statement.setObject(at, null);
            case String text -> statement.setString(at, text);
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            case Boolean flag -> statement.setBoolean(at, flag);
            case Instant instant -> statement.setLong(at, instant.toEpochMilli());
            case LocalDate day -> statement.setString(at, day.toString());
            case SessionId id -> statement.setString(at, id.value());
            case ChannelId id -> statement.setString(at, id.value());
            case MemberId id -> statement.setString(at, id.value());
            case Enum<?> constant -> statement.setString(at, constant.name());
            default -> throw new IllegalArgumentException("no column holds a " + arg.getClass());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
