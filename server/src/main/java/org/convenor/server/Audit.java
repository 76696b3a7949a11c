package org.convenor.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a closed database file holds, counted by a reader of its own: the bot's code is not asked
/// whether the bot kept its word.
///
/// @param contributions answers and lines, what was typed at a session's start among them
/// @param lost how many acknowledged texts are not there
/// @param doubled how many are there more often than they were acknowledged
record Audit(
        int sessionsEnded,
        int sessionsOpen,
        int contributions,
        int milestones,
        int lost,
        int doubled) {
    private static final String WORDS =
            """
            select member.name, contribution.words, count(*)
            from contribution join member on member.id = contribution.member
            group by member.name, contribution.words
            """;

    /// One text of one person.
    private record Said(String by, String words) {}

    /// @param file closed by the bot
    /// @param acknowledged what the room said it has taken, by the name of who sent it
    static Audit of(Path file, Map<String, List<String>> acknowledged) {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            var stored = stored(db);
            int lost = 0;
            int doubled = 0;
            for (var said : counted(acknowledged).entrySet()) {
                int there = stored.getOrDefault(said.getKey(), 0);
                lost += Math.max(0, said.getValue() - there);
                doubled += Math.max(0, there - said.getValue());
            }
            return new Audit(
                    count(db, "select count(*) from session where ended_at_ms is not null"),
                    count(db, "select count(*) from session where ended_at_ms is null"),
                    count(db, "select count(*) from contribution"),
                    count(db, "select count(*) from kept where becomes = 'MILESTONE'"),
                    lost,
                    doubled);
        } catch (SQLException e) {
            throw new IllegalStateException("the demo's database cannot be read", e);
        }
    }

    private static Map<Said, Integer> counted(Map<String, List<String>> acknowledged) {
        var counted = new HashMap<Said, Integer>();
        acknowledged.forEach((by, texts) ->
                texts.forEach(words -> counted.merge(new Said(by, words), 1, Integer::sum)));
        return counted;
    }

    private static Map<Said, Integer> stored(Connection db) throws SQLException {
        var stored = new HashMap<Said, Integer>();
        try (var statement = db.createStatement();
                var rows = statement.executeQuery(WORDS)) {
            while (rows.next()) {
                stored.put(new Said(rows.getString(1), rows.getString(2)), rows.getInt(3));
            }
        }
        return stored;
    }

    private static int count(Connection db, String query) throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.getInt(1);
        }
    }
}
