package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;

/// Looks at the tracks of one session: nobody is lost on them, and none of them waits for nobody.
final class TracksWatch {
    private final Set<String> seen;

    /// @param seen gets what came up, in short words
    TracksWatch(Set<String> seen) {
        this.seen = seen;
    }

    void see(Session before, Session after) {
        visitsOnlyIncrease(before, after);
        if (after.isOver()) {
            assertThat(after.dueAt()).isNull();
            return;
        }
        assertThat(after.dueAt()).as("nothing is due: %s", after).isNotNull();
        for (var track : after.tracks().values()) {
            note(track);
            if (after.phase() == Session.Phase.RUNNING) {
                goesOn(after, track);
                isOfItsGroup(after, track);
            }
        }
        after.here().forEach(seat -> isInOnePlace(after, seat));
        note(before, after);
    }

    private static void visitsOnlyIncrease(Session before, Session after) {
        assertThat(after.lastVisit()).isGreaterThanOrEqualTo(before.lastVisit());
        assertThat(after.lastContribution()).isGreaterThanOrEqualTo(before.lastContribution());
        for (var track : after.tracks().values()) {
            var old = before.tracks().get(track.id());
            int least = old == null ? before.lastVisit() + 1 : old.visit();
            if (after.phase() == Session.Phase.RUNNING) {
                assertThat(track.visit()).isBetween(least, after.lastVisit());
            }
        }
        for (var group : after.groups().values()) {
            var old = before.groups().get(group.id());
            assertThat(old == null || old.formed() == group.formed()).isTrue();
        }
        assertThat(after.groups().keySet()).containsAll(before.groups().keySet());
    }

    /// Something is due on every track on which nobody can act, or on those it waits for.
    private static void goesOn(Session session, Track track) {
        switch (track.progress()) {
            case Progress.Apart apart -> {
                boolean waits = apart.isWaitingForPlan();
                boolean isWorking =
                        session.tracksOf(track).stream()
                                .anyMatch(one -> !(one.progress() instanceof Progress.Arrived));
                assertThat(waits ? track.dueAt() != null : isWorking)
                        .as("waits for nobody: %s in %s", track, session)
                        .isTrue();
            }
            case Progress.Arrived _ -> assertThat(session.track(track.parent()).isApart()).isTrue();
            case Progress.Plain _,
                    Progress.Gathering _,
                    Progress.Forming _,
                    Progress.Asked _,
                    Progress.Speaking _ ->
                    assertThat(track.dueAt()).as("stands still: %s", track).isNotNull();
        }
    }

    private static void isOfItsGroup(Session session, Track track) {
        if (track.id() == Session.MAIN) {
            return;
        }
        var group = Objects.requireNonNull(session.groups().get(track.group()));
        assertThat(group.track()).isEqualTo(track.parent());
        var around = session.groups().get(session.track(track.parent()).group());
        if (around != null) {
            assertThat(around.members()).containsAll(group.members());
        }
        boolean atWork = !track.isApart() && !(track.progress() instanceof Progress.Arrived);
        if (atWork) {
            assertThat(session.here(track)).as("nobody is at %s", track).isNotEmpty();
        }
    }

    /// Somebody is on one track, and on those it was split from.
    private static void isInOnePlace(Session session, Seat seat) {
        var track = session.trackOf(seat.member());
        if (session.phase() != Session.Phase.RUNNING) {
            return;
        }
        var places =
                session.tracks().values().stream()
                        .filter(one -> one.group() > 0)
                        .filter(one ->
                                Formation.members(session, one.group()).contains(seat.member()))
                        .map(Track::id)
                        .toList();
        var way = new ArrayList<Integer>();
        for (var one = track; one.group() > 0; one = session.track(one.parent())) {
            way.addFirst(one.id());
        }
        assertThat(places).containsExactlyInAnyOrderElementsOf(way);
    }

    private void note(Track track) {
        seen.add(track.progress().getClass().getSimpleName());
        seen.add(track.stage().name());
        if (track.hold() != null) {
            seen.add(track.hold().reason().name());
        }
        if (track.progress() instanceof Progress.Speaking speaking) {
            seen.add(speaking.again() ? "asked once more" : "first time");
            seen.add(speaking.turnOver() ? "told that the time is up" : "in time");
        }
        for (var pass : track.passes()) {
            seen.add(pass.number() > 1 ? "another pass" : "first pass");
            seen.add(pass.turn() == null ? "nobody's turn" : "somebody's turn");
        }
        if (track.parent() != Session.MAIN) {
            seen.add("groups in a group");
        }
    }

    private void note(Session before, Session after) {
        for (var group : after.groups().values()) {
            var old = before.groups().get(group.id());
            if (old == null && group.parties().stream().anyMatch(Unit::isGroup)) {
                seen.add("joined");
            }
            if (old != null && old.members().size() < group.members().size()) {
                seen.add("somebody came into a group");
            }
            if (old != null && old.members().size() > group.members().size()) {
                seen.add("somebody was moved");
            }
        }
        after.past().stream()
                .skip(before.past().size())
                .map(Session.Past::left)
                .filter(left -> left != null)
                .forEach(left -> seen.add(left.name()));
    }
}
