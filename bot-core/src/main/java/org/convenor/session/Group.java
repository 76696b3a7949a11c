package org.convenor.session;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.chat.MemberId;

/// People who work together for a while, beside other groups. Kept to the session's end, so that
/// nobody meets the same people twice and what was said has its readers.
///
/// @param id unique in the session, from 1
/// @param number as people say it, from 1 within its grouping
/// @param step index of the `group` step that formed it
/// @param track the track that was split
/// @param formed number of the moment it was formed; the groups formed together have the same
/// @param parties who was put together: people, whole teams, or earlier groups
/// @param members everybody in it, also those who left the session since
public record Group(
        int id,
        int number,
        int step,
        int track,
        int formed,
        List<Unit> parties,
        Set<MemberId> members) {
    public Group {
        parties = List.copyOf(parties);
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }

    Group with(MemberId member) {
        var more = new TreeSet<>(members);
        more.add(member);
        return new Group(id, number, step, track, formed, parties, more);
    }

    Group without(MemberId member) {
        var fewer = new TreeSet<>(members);
        fewer.remove(member);
        return new Group(id, number, step, track, formed, parties, fewer);
    }
}
