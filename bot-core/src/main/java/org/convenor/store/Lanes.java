package org.convenor.store;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// The ways to people: one for each channel, one for each member who is told something in private.
/// Whoever delivers there leases the lane first, so that two servers never post in between each
/// other.
public final class Lanes {
    private static final String MEMBER = "member:";

    /// One's own lease may be taken again: after a crash nobody waits for it to run out.
    private static final String LEASE =
            """
            insert into lane (name, owner, lease_until_ms, fence) values (?, ?, ?, 1)
            on conflict (name) do update
            set owner = excluded.owner, lease_until_ms = excluded.lease_until_ms,
                fence = lane.fence + 1
            where lane.lease_until_ms <= ? or lane.owner = excluded.owner
            returning fence
            """;

    private static final String RENEW =
            "update lane set lease_until_ms = ? where name = ? and fence = ?";

    private static final String READY =
            """
            select d.lane,
                min(case when l.lease_until_ms > d.ready_ms then l.lease_until_ms
                    else d.ready_ms end) as ready_ms
            from (
                select channel as lane,
                    case when is_urgent or edit_after_ms < next_at_ms then next_at_ms
                        else edit_after_ms end as ready_ms
                from board where delivered < wanted and state <> 'UNDELIVERABLE'
                union all
                select p.channel, p.next_at_ms
                from post p join (
                    select min(id) as id from post where state in ('QUEUED', 'ATTEMPTED')
                    group by channel) first on first.id = p.id
                where not exists (
                    select 1 from board b
                    where b.session = p.session and b.channel = p.channel and b.delivered = 0
                        and b.state in ('QUEUED', 'ATTEMPTED'))
                union all
                select 'member:' || w.member, w.next_at_ms
                from whisper w join (
                    select min(id) as id from whisper where state in ('QUEUED', 'ATTEMPTED')
                    group by member) first on first.id = w.id
            ) d left join lane l on l.name = d.lane and l.owner <> ?
            group by d.lane
            order by ready_ms, d.lane
            limit ?
            """;

    /// A lane that something waits in.
    ///
    /// @param readyAt when it can go on
    public record Ready(String lane, Instant readyAt) {}

    public static String of(ChannelId channel) {
        return channel.value();
    }

    public static String of(MemberId member) {
        return MEMBER + member.value();
    }

    /// The member a lane leads to, or null if it leads to a channel.
    public static @Nullable MemberId member(String lane) {
        return lane.startsWith(MEMBER) ? new MemberId(lane.substring(MEMBER.length())) : null;
    }

    /// Takes a lane if nobody else holds it.
    ///
    /// @param owner stays the same over restarts, and no other running process has it
    /// @return the fencing number of this lease, or null if somebody else holds the lane
    public @Nullable Long lease(Tx tx, String lane, String owner, Instant now, Instant until) {
        return tx.one(LEASE, row -> row.int64(1), lane, owner, until, now);
    }

    /// Keeps a lane for longer.
    ///
    /// @return false if somebody else has taken it in the meantime: stop at once
    public boolean renew(Tx tx, String lane, long fence, Instant until) {
        return tx.update(RENEW, until, lane, fence) == 1;
    }

    public void release(Tx tx, String lane, long fence) {
        tx.update(RENEW, Instant.EPOCH, lane, fence);
    }

    /// The lanes in which something waits, the earliest first, each with the moment it can go on.
    ///
    /// @param owner whose own leases do not count
    public List<Ready> ready(Tx tx, String owner, int limit) {
        return tx.list(READY, row -> new Ready(row.text(1), row.instant(2)), owner, limit);
    }
}
