package org.convenor.runtime;

import java.util.Map;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.store.Database;
import org.convenor.store.SpokenMessages.Spoken;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.convenor.view.Legible;

/// Follows people who change or delete a message in which they spoke. Thread-safe.
public final class Amendments {
    private final Database database;
    private final Tables tables;
    private final Runnable afterCommit;

    /// @param afterCommit must return at once
    Amendments(Database database, Tables tables, Runnable afterCommit) {
        this.database = database;
        this.tables = tables;
        this.afterCommit = afterCommit;
    }

    /// Puts other words in place of those of a message, as long as the moment for which they were
    /// written has not passed. What was never taken, or is somebody else's, is left alone.
    ///
    /// @param platformId what the platform calls the message
    /// @return whether the words are the new ones now
    public boolean reword(MemberId by, ChannelId channel, String platformId, String words) {
        var legible = Legible.words(words);
        if (legible.isEmpty()
                || legible.codePointCount(0, legible.length()) > Inputs.LONGEST_WORDS) {
            return false;
        }
        return change(
                channel,
                platformId,
                (tx, spoken) -> {
                    if (!spoken.by().equals(by) || !isStillOpen(tx, spoken)) {
                        return false;
                    }
                    tables.spoken().reword(tx, spoken, legible);
                    return true;
                });
    }

    /// Takes the words of a message away, however late: the place where they stood says so.
    public boolean withdraw(ChannelId channel, String platformId) {
        return change(
                channel,
                platformId,
                (tx, spoken) -> {
                    var author = tables.people().member(tx, spoken.by());
                    var gone = Bundle.of(author.locale()).text("said.withdrawn", Map.of());
                    tables.spoken().reword(tx, spoken, gone);
                    return true;
                });
    }

    @FunctionalInterface
    private interface Change {
        boolean make(Tx tx, Spoken spoken);
    }

    private boolean change(ChannelId channel, String platformId, Change change) {
        boolean changed =
                database.write(tx -> {
                    var spoken = tables.spoken().find(tx, channel, platformId);
                    return spoken != null && change.make(tx, spoken);
                });
        if (changed) {
            afterCommit.run();
        }
        return changed;
    }

    private boolean isStillOpen(Tx tx, Spoken spoken) {
        var session = tables.sessions().load(tx, spoken.session()).session();
        return !session.isOver()
                && session.tracks().values().stream()
                        .anyMatch(track -> track.visit() == spoken.visit());
    }
}
