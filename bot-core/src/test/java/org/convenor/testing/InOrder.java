package org.convenor.testing;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;

/// Puts people together in the order they came, so that a test knows who is with whom.
public final class InOrder {
    private InOrder() {}

    /// @param step index of the `group` step
    public static List<List<Unit>> of(Session session, Track track, int step) {
        var group = (Step.Group) session.protocol().steps().get(step);
        return split(units(session, track, group), size(group), group.odd());
    }

    private static int size(Step.Group group) {
        return Math.max(1, group.grouping().size());
    }

    private static List<Unit> units(Session session, Track track, Step.Group group) {
        return switch (group.grouping().kind()) {
            case PEOPLE -> session.here(track).map(seat -> Unit.of(seat.member())).toList();
            case TEAMS, HOME_TEAMS ->
                    session.here(track).map(seat -> Unit.ofTeam(seat.team())).distinct().toList();
            case JOINED_GROUPS ->
                    track.isApart()
                            ? session.tracksOf(track).stream()
                                    .map(one -> Unit.ofGroup(one.group()))
                                    .toList()
                            : Circle.groupsInside(session, track);
            case EVERYONE -> List.of();
        };
    }

    private static List<List<Unit>> split(List<Unit> units, int size, Grouping.Odd odd) {
        var groups = new ArrayList<List<Unit>>();
        int whole = units.size() / size * size;
        for (int from = 0; from < whole; from += size) {
            groups.add(new ArrayList<>(units.subList(from, from + size)));
        }
        var rest = units.subList(whole, units.size());
        if (groups.isEmpty() || (odd == Grouping.Odd.SMALLER && !rest.isEmpty())) {
            groups.add(new ArrayList<>(rest));
        } else if (odd != Grouping.Odd.SIT_OUT) {
            for (int index = 0; index < rest.size(); index++) {
                groups.get(groups.size() - 1 - index % groups.size()).add(rest.get(index));
            }
        }
        return groups;
    }
}
