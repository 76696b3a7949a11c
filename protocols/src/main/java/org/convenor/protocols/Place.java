package org.convenor.protocols;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Headcount;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.jspecify.annotations.Nullable;

/// What surrounds a step. It decides what its words can mean: `the presenting team` needs a repeat
/// for each team around it, and what is saved inside groups stays with them.
///
/// @param depth how many repeats and whens are around it
/// @param turnOf whose turn it is in the innermost `repeat: for each …`, or null outside of one
/// @param splits what has split the people until here, the widest first; empty while all are
///   together
/// @param outer how many of the splits were made outside of the block, which a `group` in it cannot
///   undo
record Place(int depth, Times.@Nullable Kind turnOf, List<Split> splits, int outer) {
    static final Place TOP = new Place(0, null, List.of(), 0);

    Place {
        splits = List.copyOf(splits);
    }

    /// One `group` that is in force.
    ///
    /// @param line tells it from every other one
    /// @param group null if it could not be read
    record Split(int line, Step.@Nullable Group group) {}

    boolean inGroups() {
        return !splits.isEmpty();
    }

    /// The place of the steps inside a repeat or when that stands here.
    Place inside(Times.@Nullable Kind each) {
        return new Place(depth + 1, each == null ? turnOf : each, splits, splits.size());
    }

    /// The place of the next steps of the block, after a `group`.
    Place after(Split split) {
        Step.Group group = split.group();
        Grouping.Kind kind = group == null ? null : group.grouping().kind();
        List<Split> now = new ArrayList<>(joins(split) ? splits : splits.subList(0, outer));
        if (kind != Grouping.Kind.EVERYONE) {
            now.add(split);
        }
        return new Place(depth, turnOf, now, outer);
    }

    /// Whether people here also see what happened there: all who are here were in one group there.
    boolean sees(Place there) {
        int common = there.splits.size();
        return splits.size() >= common
                && splits.subList(0, common).equals(there.splits)
                && (splits.size() == common || !joins(splits.get(common)));
    }

    private static boolean joins(Split split) {
        Step.Group group = split.group();
        return group != null && group.grouping().kind() == Grouping.Kind.JOINED_GROUPS;
    }

    /// Whether a `group` of this block is in force.
    boolean hasOwnGroups() {
        return splits.size() > outer;
    }

    /// How many are together here.
    Headcount count(PeopleRange people) {
        return count(people, splits);
    }

    /// How many are together outside of the groups of this block: those whom its next `group`
    /// splits.
    Headcount countToSplit(PeopleRange people) {
        return count(people, splits.subList(0, outer));
    }

    private static Headcount count(PeopleRange people, List<Split> splits) {
        Headcount count = Headcount.of(people);
        for (Split split : splits) {
            Step.Group group = split.group();
            if (group != null) {
                count = count.inGroup(group.grouping(), group.odd());
            }
        }
        return count;
    }
}
