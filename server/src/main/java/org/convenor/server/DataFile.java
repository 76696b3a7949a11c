package org.convenor.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/// What the database file holds about Slack, read beside a server that may be running.
///
/// @param sound what SQLite says of the file: `ok`, or what is damaged
record DataFile(String sound, List<Linked> linked, List<Sealed> sealed) {
    private static final String LINKED =
            "select address, name from channel where platform = 'slack' order by name, address";

    private static final String SEALED =
            "select app, workspace, sealed from slack_installation order by workspace, app";

    private static final String TABLES =
            "select name from sqlite_schema where type = 'table' and name in ('channel',"
                    + " 'slack_installation')";

    /// A channel of Slack's that sessions may run in.
    record Linked(String workspace, String channel, String name) {}

    /// A token as it is kept.
    record Sealed(String app, String workspace, String sealed) {}

    /// Nothing is there yet.
    static DataFile none() {
        return new DataFile("ok", List.of(), List.of());
    }

    static DataFile read(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (var db = config.createConnection("jdbc:sqlite:" + file)) {
            var tables = rows(db, TABLES).stream().map(List::getFirst).toList();
            return new DataFile(
                    rows(db, "pragma quick_check(1)").getFirst().getFirst(),
                    tables.contains("channel") ? linked(db) : List.of(),
                    tables.contains("slack_installation") ? sealed(db) : List.of());
        }
    }

    private static List<Linked> linked(Connection db) throws SQLException {
        return rows(db, LINKED).stream()
                .map(row -> {
                    var address = row.getFirst().split("/", 2);
                    return new Linked(address[0], address[address.length - 1], row.getLast());
                })
                .toList();
    }

    private static List<Sealed> sealed(Connection db) throws SQLException {
        return rows(db, SEALED).stream()
                .map(row -> new Sealed(row.getFirst(), row.get(1), row.getLast()))
                .toList();
    }

    private static List<List<String>> rows(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement();
                var result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
