package org.convenor.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/// One run of a protocol. Immutable: every transition gives a new value. Holds ids, choices and
/// numbers, never anybody's words.
///
/// @param protocol as it was when the session started
/// @param calendar working days and hours of the cohort, frozen at the start
/// @param phase gathering, running or ended
/// @param outcome how it ended, or null while it has not
/// @param starter who started it
/// @param facilitator who leads it now
/// @param coFacilitators who may step in
/// @param seats everyone who answered the invitation
/// @param roles who was named for a role or took it, by role; for a role that each team has, by
///   [#roleIn]
/// @param settings contribution numbers of what the facilitator typed at the start, by setting;
///   `topic` is always there
/// @param tracks by id; track 0 is everybody's
/// @param groups every group there ever was, by id
/// @param answers who answered, by [Asking#key] and unit key
/// @param revealed keys of the askings whose answers are out
/// @param results what the decisions came to, by [Asking#key]
/// @param kept indexes of the `keep` steps that were done
/// @param past the visits that are over, in order
/// @param lastVisit the highest visit number given out
/// @param lastContribution the highest contribution number given out
/// @param lastLine the highest number given to a line that its visit alone does not name
public record Session(
        SessionId id,
        Protocol protocol,
        Mode mode,
        WorkingCalendar calendar,
        Phase phase,
        @Nullable Outcome outcome,
        MemberId starter,
        MemberId facilitator,
        Set<MemberId> coFacilitators,
        Seats seats,
        Map<String, List<Unit>> roles,
        Map<String, Integer> settings,
        Map<Integer, Track> tracks,
        Map<Integer, Group> groups,
        Map<String, Map<String, Given>> answers,
        Set<String> revealed,
        Map<String, Result> results,
        Set<Integer> kept,
        List<Past> past,
        int lastVisit,
        int lastContribution,
        int lastLine) {
    /// Id of the track that everybody is on.
    public static final int MAIN = 0;

    /// The setting every session has: what this run is about.
    public static final String TOPIC = "topic";

    public enum Phase {
        GATHERING,
        RUNNING,
        ENDED
    }

    public enum Outcome {
        FINISHED,
        /// A `stop` of the protocol ended it; the main track stands there.
        STOPPED_BY_PROTOCOL,
        STOPPED,
        /// Nobody touched it for a long time.
        FELL_SILENT
    }

    /// A visit that is over.
    ///
    /// @param skipped the facilitator left it out
    /// @param group id of the group that was there, or 0 for everybody
    /// @param passes numbers of the passes around it, the outermost first
    /// @param left why it was left before its end, or null if it was not
    public record Past(
            int step,
            int visit,
            Instant openedAt,
            Instant closedAt,
            boolean skipped,
            int group,
            List<Integer> passes,
            @Nullable Left left) {
        public Past {
            passes = List.copyOf(passes);
        }
    }

    /// Why a visit was left before its end.
    public enum Left {
        /// For the step before.
        BACK,
        /// For the same step, which was opened again.
        AGAIN,
        /// The groups were called back, or the session ended.
        BROKEN_OFF
    }

    public Session {
        coFacilitators = sorted(coFacilitators);
        roles = sorted(roles);
        settings = sorted(settings);
        tracks = sorted(tracks);
        groups = sorted(groups);
        answers = sorted(answers);
        revealed = sorted(revealed);
        results = sorted(results);
        kept = sorted(kept);
        past = TreePVector.from(past);
        if (!tracks.containsKey(MAIN)) {
            throw new IllegalArgumentException("a session has the track that everybody is on");
        }
    }

    /// What is persistent already is kept as it is, so that a change costs what it changes.
    private static <K extends Comparable<? super K>, V> TreePMap<K, V> sorted(Map<K, V> map) {
        return map instanceof TreePMap<K, V> persistent ? persistent : TreePMap.from(map);
    }

    private static <E extends Comparable<? super E>> TreePSet<E> sorted(Set<E> set) {
        return set instanceof TreePSet<E> persistent ? persistent : TreePSet.from(set);
    }

    /// The key under which [#roles] keeps who holds a role in one district team.
    public static String roleIn(String role, String team) {
        return role + "\u001f" + team;
    }

    public Track main() {
        return track(MAIN);
    }

    public Track track(int track) {
        var found = tracks.get(track);
        if (found == null) {
            throw new IllegalArgumentException("no track " + track + " in session " + id);
        }
        return found;
    }

    public boolean isOver() {
        return phase == Phase.ENDED;
    }

    public @Nullable Seat seat(MemberId member) {
        return seats.of(member);
    }

    public boolean isHere(MemberId member) {
        var seat = seat(member);
        return seat != null && seat.isHere();
    }

    /// Those who take part right now, in the order they came.
    public Stream<Seat> here() {
        return seats.stream().filter(Seat::isHere);
    }

    /// The people of a group who take part right now; everybody for group 0.
    public Stream<Seat> here(int group) {
        if (group == 0) {
            return here();
        }
        var found = groups.get(group);
        return found == null
                ? Stream.empty()
                : found.members().stream()
                        .map(seats::of)
                        .filter(Objects::nonNull)
                        .filter(Seat::isHere);
    }

    /// The people of a track who take part right now.
    public Stream<Seat> here(Track track) {
        return here(track.group());
    }

    /// Whether somebody speaks for a unit.
    public boolean includes(Unit unit, Seat seat) {
        if (!unit.isGroup()) {
            return unit.includes(seat);
        }
        var group = groups.get(unit.groupId());
        return group != null && group.members().contains(seat.member());
    }

    /// The track somebody is on: that of their innermost group, or the one they wait on.
    public Track trackOf(MemberId member) {
        var found = main();
        for (var track : tracks.values()) {
            var group = groups.get(track.group());
            if (track.group() > found.group()
                    && group != null
                    && group.members().contains(member)) {
                found = track;
            }
        }
        return found;
    }

    /// Whether the people of a track are in a group, which may hold theirs; all are in group 0.
    boolean isWithin(Track track, int group) {
        for (var around = track; around.group() > 0; around = track(around.parent())) {
            if (around.group() == group) {
                return true;
            }
        }
        return group == 0;
    }

    /// The tracks into which another one was split, by id; empty for one that was not.
    public List<Track> tracksOf(Track parent) {
        return tracks.values().stream()
                .filter(track -> track.group() > 0 && track.parent() == parent.id())
                .toList();
    }

    /// The tracks on which people are at work under a track: itself, or those it was split into.
    public List<Track> atWork(Track track) {
        if (!(track.progress() instanceof Progress.Apart)) {
            return List.of(track);
        }
        return tracksOf(track).stream().flatMap(inside -> atWork(inside).stream()).toList();
    }

    /// The step a track is at.
    public Step stepOf(Track track) {
        return protocol.steps().get(track.step());
    }

    /// When the session must be looked at without anybody acting, or null for never: the least over
    /// its tracks.
    public @Nullable Instant dueAt() {
        return tracks.values().stream()
                .map(Track::dueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// Who has answered, by unit key; empty if nobody has.
    ///
    /// @param asking key of the asking; the title where a question stands outside of repeats and
    ///   groups
    public Map<String, Given> given(String asking) {
        return answers.getOrDefault(asking, Map.of());
    }

    /// The keys of [#answers] that begin with a title.
    Set<String> answerKeys(String title) {
        return sorted(answers).subMap(title, true, title + '\uffff', false).keySet();
    }

    /// Every group somebody is or was in, by id.
    public Set<Integer> groupsOf(MemberId member) {
        return groups.values().stream()
                .filter(group -> group.members().contains(member))
                .map(Group::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The group somebody was in last, or 0 if they never were in one.
    int lastGroupOf(MemberId member) {
        return groups.values().stream()
                .filter(group -> group.members().contains(member))
                .mapToInt(Group::id)
                .max()
                .orElse(0);
    }

    Session with(Track track) {
        return tracks(sorted(tracks).plus(track.id(), track));
    }

    Session without(Track track) {
        return tracks(sorted(tracks).minus(track.id()));
    }

    Session tracks(Map<Integer, Track> next) {
        return change(draft -> draft.tracks = next);
    }

    Session with(Group group) {
        return change(draft -> draft.groups = sorted(groups).plus(group.id(), group));
    }

    Session phase(Phase nextPhase, @Nullable Outcome nextOutcome) {
        return change(draft -> {
            draft.phase = nextPhase;
            draft.outcome = nextOutcome;
        });
    }

    Session led(MemberId nextFacilitator, Set<MemberId> nextCoFacilitators) {
        return change(draft -> {
            draft.facilitator = nextFacilitator;
            draft.coFacilitators = nextCoFacilitators;
        });
    }

    Session with(Seat seat) {
        return change(draft -> draft.seats = seats.with(seat));
    }

    Session named(String role, List<Unit> holders) {
        return change(draft -> draft.roles = sorted(roles).plus(role, List.copyOf(holders)));
    }

    Session with(String asking, Unit unit, Given answer) {
        var ofAsking = sorted(given(asking)).plus(unit.key(), answer);
        return change(draft -> draft.answers = sorted(answers).plus(asking, ofAsking));
    }

    Session reveal(String asking) {
        return change(draft -> draft.revealed = sorted(revealed).plus(asking));
    }

    Session with(String asking, Result result) {
        return change(draft -> draft.results = sorted(results).plus(asking, result));
    }

    Session kept(int step) {
        return change(draft -> draft.kept = sorted(kept).plus(step));
    }

    Session with(Past visit) {
        return change(draft -> draft.past = TreePVector.<Past>from(past).plus(visit));
    }

    /// The step of a visit that is over is opened again, as if its end had not come.
    Session again(Past visit) {
        var now =
                new Past(
                        visit.step(),
                        visit.visit(),
                        visit.openedAt(),
                        visit.closedAt(),
                        visit.skipped(),
                        visit.group(),
                        visit.passes(),
                        Left.AGAIN);
        return change(draft -> draft.past = TreePVector.from(past).with(past.indexOf(visit), now));
    }

    Session lastVisit(int number) {
        return change(draft -> draft.lastVisit = number);
    }

    Session lastContribution(int number) {
        return change(draft -> draft.lastContribution = number);
    }

    Session lastLine(int number) {
        return change(draft -> draft.lastLine = number);
    }

    private Session change(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.session();
    }
}
