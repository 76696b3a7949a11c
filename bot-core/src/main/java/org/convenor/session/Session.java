package org.convenor.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

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
/// @param seats everyone who answered the invitation, in the order they came
/// @param roles who was named for a role, by role
/// @param settings contribution numbers of what the facilitator typed at the start, by setting;
///   `topic` is always there
/// @param tracks by id; track 0 is everybody's
/// @param answers who answered, by title of the question and unit key
/// @param revealed titles of the questions whose answers are out
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
        List<Seat> seats,
        Map<String, Unit> roles,
        Map<String, Integer> settings,
        Map<Integer, Track> tracks,
        Map<String, Map<String, Given>> answers,
        Set<String> revealed,
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
        STOPPED,
        /// Nobody touched it for a long time.
        FELL_SILENT
    }

    /// A visit that is over.
    ///
    /// @param skipped the facilitator left it out
    public record Past(int step, int visit, Instant openedAt, Instant closedAt, boolean skipped) {}

    public Session {
        coFacilitators = Collections.unmodifiableSortedSet(new TreeSet<>(coFacilitators));
        seats = List.copyOf(seats);
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        tracks = Collections.unmodifiableSortedMap(new TreeMap<>(tracks));
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        revealed = Collections.unmodifiableSortedSet(new TreeSet<>(revealed));
        past = List.copyOf(past);
        if (!tracks.containsKey(MAIN)) {
            throw new IllegalArgumentException("a session has the track that everybody is on");
        }
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
        for (var seat : seats) {
            if (seat.member().equals(member)) {
                return seat;
            }
        }
        return null;
    }

    public boolean isHere(MemberId member) {
        var seat = seat(member);
        return seat != null && seat.isHere();
    }

    /// Those who take part right now, in the order they came.
    public Stream<Seat> here() {
        return seats.stream().filter(Seat::isHere);
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

    /// Who has answered a question, by unit key; empty if nobody has.
    public Map<String, Given> given(String question) {
        return answers.getOrDefault(question, Map.of());
    }

    Session with(Track track) {
        var next = new TreeMap<>(tracks);
        next.put(track.id(), track);
        return tracks(next);
    }

    Session tracks(Map<Integer, Track> next) {
        return change(draft -> draft.tracks = next);
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
        var next = new ArrayList<Seat>(seats);
        next.replaceAll(old -> old.member().equals(seat.member()) ? seat : old);
        if (!next.contains(seat)) {
            next.add(seat);
        }
        return change(draft -> draft.seats = next);
    }

    Session named(String role, Unit unit) {
        var next = new TreeMap<>(roles);
        next.put(role, unit);
        return change(draft -> draft.roles = next);
    }

    Session with(String question, Unit unit, Given answer) {
        var ofQuestion = new TreeMap<>(given(question));
        ofQuestion.put(unit.key(), answer);
        var next = new TreeMap<>(answers);
        next.put(question, Collections.unmodifiableMap(ofQuestion));
        return change(draft -> draft.answers = next);
    }

    Session reveal(String question) {
        var next = new TreeSet<>(revealed);
        next.add(question);
        return change(draft -> draft.revealed = next);
    }

    Session with(Past visit) {
        var next = new ArrayList<>(past);
        next.add(visit);
        return change(draft -> draft.past = next);
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

    /// The parts of a session that change, while one of them does.
    private static final class Draft {
        private final Session from;
        private Phase phase;
        private @Nullable Outcome outcome;
        private MemberId facilitator;
        private Set<MemberId> coFacilitators;
        private List<Seat> seats;
        private Map<String, Unit> roles;
        private Map<Integer, Track> tracks;
        private Map<String, Map<String, Given>> answers;
        private Set<String> revealed;
        private List<Past> past;
        private int lastVisit;
        private int lastContribution;
        private int lastLine;

        private Draft(Session from) {
            this.from = from;
            phase = from.phase;
            outcome = from.outcome;
            facilitator = from.facilitator;
            coFacilitators = from.coFacilitators;
            seats = from.seats;
            roles = from.roles;
            tracks = from.tracks;
            answers = from.answers;
            revealed = from.revealed;
            past = from.past;
            lastVisit = from.lastVisit;
            lastContribution = from.lastContribution;
            lastLine = from.lastLine;
        }

        private Session session() {
            return new Session(
                    from.id,
                    from.protocol,
                    from.mode,
                    from.calendar,
                    phase,
                    outcome,
                    from.starter,
                    facilitator,
                    coFacilitators,
                    seats,
                    roles,
                    from.settings,
                    tracks,
                    answers,
                    revealed,
                    past,
                    lastVisit,
                    lastContribution,
                    lastLine);
        }
    }
}
