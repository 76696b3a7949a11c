package org.convenor.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Tells one refusal of a database from another, and says what a person can do about it.
final class Refusals {
    private Refusals() {}

    static boolean isConstraint(SQLException refusal) {
        if (refusal instanceof SQLiteException sqlite) {
            return primary(sqlite) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
        }
        return hasState(refusal, "23");
    }

    /// Whether two transactions of PostgreSQL stood in each other's way: the same work may succeed
    /// the next time.
    static boolean isCollision(SQLException refusal) {
        return hasState(refusal, "40");
    }

    /// What to throw at the caller: a problem where a person can help, or the refusal itself.
    static RuntimeException explain(StoreException refused) {
        var problem = problem(refused.refusal());
        return problem == null ? refused : new ProblemException(problem, refused);
    }

    static RuntimeException explain(SQLException refusal) {
        return explain(new StoreException(refusal));
    }

    private static @Nullable Problem problem(SQLException refusal) {
        if (refusal instanceof SQLiteException sqlite) {
            return ofSqlite(sqlite);
        }
        if (hasState(refusal, "53")) {
            return full();
        }
        return hasState(refusal, "08") ? unreachable() : null;
    }

    private static @Nullable Problem ofSqlite(SQLiteException refusal) {
        return switch (SQLiteErrorCode.getErrorCode(primary(refusal))) {
            case SQLITE_FULL -> full();
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> notWritable();
            case SQLITE_BUSY, SQLITE_LOCKED -> busy();
            case SQLITE_NOTADB, SQLITE_CORRUPT -> notOurs();
            case SQLITE_IOERR -> failing();
            default -> null;
        };
    }

    static Problem notWritable() {
        return new Problem(
                "I may not write to the database file or its folder.",
                "Nothing was saved.",
                "Give the bot's user the right to write there, then try again.");
    }

    static Problem notWritable(Path file) {
        return new Problem(
                "I may not write to " + file + " or its folder.",
                "The bot cannot start without a place to keep things.",
                "Give the bot's user the right to write there, or name another file.");
    }

    static Problem folder(Path file) {
        return new Problem(
                file + " is a folder, not a file.",
                "The bot cannot start without a file to keep things in.",
                "Name a file in it, for example " + file.resolve("convenor.db") + ".");
    }

    static Problem takenByAnother(Path file) {
        return new Problem(
                "Another Convenor is already using " + file + ".",
                "Two at once would post everything twice, so this one did not start.",
                "Use the one that runs, or stop it first.");
    }

    static Problem somebodyElses(String place) {
        return new Problem(
                place + " holds the tables of another program.",
                "I changed nothing in it.",
                "Name another file; one that is not there yet is made.");
    }

    static Problem newer(String place, String version) {
        return new Problem(
                "%s was written by a newer Convenor (database version %s)."
                        .formatted(place, version),
                "This version cannot read it and changed nothing.",
                "Start the newer version, or name another file.");
    }

    private static Problem full() {
        return new Problem(
                "The disk that holds the database is full.",
                "What you just did was not saved; everything before it was.",
                "Ask the operator to make room, then do it again.");
    }

    private static Problem busy() {
        return new Problem(
                "Another program holds the database.",
                "What you just did was not saved.",
                "Close the program that has the file open, then do it again.");
    }

    private static Problem notOurs() {
        return new Problem(
                "The database file is damaged or is no database.",
                "I changed nothing in it.",
                "Put the last backup in its place, or name another file.");
    }

    private static Problem failing() {
        return new Problem(
                "The disk that holds the database did not do what I asked.",
                "What you just did may not be saved.",
                "Ask the operator to look at the disk, then do it again.");
    }

    private static Problem unreachable() {
        return new Problem(
                "The database server does not answer.",
                "What you just did was not saved.",
                "Ask the operator to look at the database, then do it again.");
    }

    /// The extended code of SQLite holds the primary one in its lowest byte.
    private static int primary(SQLiteException refusal) {
        return refusal.getResultCode().code & 0xff;
    }

    private static boolean hasState(SQLException refusal, String state) {
        var found = refusal.getSQLState();
        return found != null && found.startsWith(state);
    }
}
