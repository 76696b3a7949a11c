package org.convenor.store;

import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// Which words were written as which message of a platform.
public final class SpokenMessages {
    private static final String ADD =
            """
            insert into spoken_message (channel, platform_id, session, no) values (?, ?, ?, ?)
            on conflict (channel, platform_id) do nothing
            """;

    private static final String FIND =
            """
            select s.session, s.no, c.member, c.visit
            from spoken_message s
                join contribution c on c.session = s.session and c.no = s.no
            where s.channel = ? and s.platform_id = ?
            """;

    private static final String REWORD =
            "update contribution set words = ? where session = ? and no = ?";

    /// Words that were written as a message.
    ///
    /// @param no number of the contribution
    public record Spoken(SessionId session, int no, MemberId by, int visit) {}

    /// @param platformId what the platform calls the message
    public void add(Tx tx, ChannelId channel, String platformId, SessionId session, int no) {
        tx.update(ADD, channel, platformId, session, no);
    }

    /// The words a message holds, or null if it was never taken.
    public @Nullable Spoken find(Tx tx, ChannelId channel, String platformId) {
        return tx.one(
                FIND,
                row ->
                        new Spoken(
                                new SessionId(row.text(1)),
                                row.int32(2),
                                new MemberId(row.text(3)),
                                row.int32(4)),
                channel,
                platformId);
    }

    public void reword(Tx tx, Spoken spoken, String words) {
        tx.update(REWORD, words, spoken.session(), spoken.no());
    }
}
