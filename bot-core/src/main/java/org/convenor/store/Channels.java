package org.convenor.store;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// Places to post on, and who is in them.
public final class Channels {
    private static final String INSERT =
            "insert into channel (id, cohort, platform, address, name) values (?, ?, ?, ?, ?)";

    private static final String FIND =
            "select id, platform, address, name from channel where id = ?";

    private static final String AT_ADDRESS =
            "select id, platform, address, name from channel where platform = ? and address = ?";

    private static final String OF_COHORT =
            "select id, platform, address, name from channel where cohort = ? order by id";

    private static final String RENAME = "update channel set name = ? where id = ?";

    private static final String COHORT = "select cohort from channel where id = ?";

    private static final String JOIN =
            """
            insert into channel_member (channel, member, joined_at_ms) values (?, ?, ?)
            on conflict (channel, member) do nothing
            """;

    private static final String MEMBERS =
            """
            select member from channel_member where channel = ? order by joined_at_ms, member
            """;

    private static final String OF_MEMBER =
            """
            select c.id, c.platform, c.address, c.name
            from channel_member m join channel c on c.id = m.channel
            where m.member = ? order by c.id
            """;

    private static final String IS_MEMBER =
            "select 1 from channel_member where channel = ? and member = ?";

    public void insert(Tx tx, Channel channel, String cohort) {
        tx.update(
                INSERT,
                channel.id(),
                cohort,
                channel.platform(),
                channel.address(),
                channel.name());
    }

    public @Nullable Channel find(Tx tx, ChannelId id) {
        return tx.one(FIND, Channels::read, id);
    }

    /// @param address what the platform calls it
    public @Nullable Channel find(Tx tx, String platform, String address) {
        return tx.one(AT_ADDRESS, Channels::read, platform, address);
    }

    public List<Channel> ofCohort(Tx tx, String cohort) {
        return tx.list(OF_COHORT, Channels::read, cohort);
    }

    /// The cohort a channel belongs to, or null if there is no such channel.
    public @Nullable String cohort(Tx tx, ChannelId channel) {
        return tx.one(COHORT, row -> row.text(1), channel);
    }

    /// @param name as people see it from now on
    public void rename(Tx tx, ChannelId channel, String name) {
        tx.update(RENAME, name, channel);
    }

    /// Lets a member in. Joining twice changes nothing.
    public void join(Tx tx, ChannelId channel, MemberId member, Instant at) {
        tx.update(JOIN, channel, member, at);
    }

    /// Who is in a channel, in the order they joined.
    public List<MemberId> members(Tx tx, ChannelId channel) {
        return tx.list(MEMBERS, row -> new MemberId(row.text(1)), channel);
    }

    public boolean isMember(Tx tx, ChannelId channel, MemberId member) {
        return tx.one(IS_MEMBER, row -> true, channel, member) != null;
    }

    /// The channels a member is in.
    public List<Channel> ofMember(Tx tx, MemberId member) {
        return tx.list(OF_MEMBER, Channels::read, member);
    }

    static Channel read(Row row) {
        return new Channel(new ChannelId(row.text(1)), row.text(2), row.text(3), row.text(4));
    }
}
