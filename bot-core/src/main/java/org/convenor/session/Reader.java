package org.convenor.session;

import java.util.Set;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// Somebody who reads: what they may see of others' words follows from this alone.
///
/// @param member who reads, or null for a channel, where everybody reads
/// @param team id of the reader's district team, or null
/// @param roles roles of the protocol the reader holds
/// @param groups ids of the groups the reader is or was in
/// @param facilitator whether the reader leads the session, alone or with others
public record Reader(
        @Nullable MemberId member,
        @Nullable String team,
        Set<String> roles,
        Set<Integer> groups,
        boolean facilitator) {
    /// What everybody may read: boards, threads, the stage.
    public static final Reader CHANNEL = new Reader(null, null, Set.of(), Set.of(), false);

    public Reader {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /// Everybody in one group.
    public static Reader group(int id) {
        return new Reader(null, null, Set.of(), Set.of(id), false);
    }
}
