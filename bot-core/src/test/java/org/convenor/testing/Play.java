package org.convenor.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.session.Decision;
import org.convenor.session.Effect;
import org.convenor.session.Engine;
import org.convenor.session.Gathering;
import org.convenor.session.Progress;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.convenor.session.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// Plays a session: people act, time passes, and what the engine decided can be asked. Ada starts
/// and leads; the clock stands still until it is moved. What people do is meant for the track they
/// are on, what Ada does for the one everybody is on. Groups are formed at once and in the order
/// people came.
public final class Play {
    /// A Monday in winter, ten in the morning in Tulsa.
    public static final Instant START = Instant.parse("2027-01-04T16:00:00Z");

    public static final ZoneId ZONE = ZoneId.of("America/Chicago");
    public static final MemberId ADA = new MemberId("ada");

    private final List<Effect> all = new ArrayList<>();
    private Instant now;
    private Session session;
    private Decision last;
    private @Nullable SessionEvent event;
    private boolean plans = true;

    private Play(Session empty, Decision opened, Instant at) {
        now = at;
        session = empty;
        last = opened;
        take(opened);
    }

    /// A session that Ada just called, on [#START].
    public static Play called(Mode mode, Protocol protocol) {
        return called(mode, protocol, START, Set.of());
    }

    public static Play called(Mode mode, Protocol protocol, Instant at, Set<LocalDate> holidays) {
        var opened =
                Gathering.open(
                        new Gathering.Plan(
                                new SessionId("s1"),
                                protocol,
                                mode,
                                new WorkingCalendar(ZONE, holidays),
                                new Seat(ADA, "hub", Seat.Presence.HERE, 0),
                                List.of(),
                                Set.of(),
                                Map.of(),
                                List.of(Session.TOPIC)),
                        at);
        return new Play(opened.session(), opened, at);
    }

    /// A running session of Ada (hub) and others, each written as `bo/north`.
    public static Play running(Mode mode, Protocol protocol, String... people) {
        var play = called(mode, protocol);
        for (var person : people) {
            int slash = person.indexOf('/');
            play.join(person.substring(0, slash), person.substring(slash + 1));
        }
        return play.beginAnyway();
    }

    /// A running session of Ada (hub), Bo (north) who presents, Cy (south) and Dee (east).
    public static Play running(Mode mode, Protocol protocol) {
        return called(mode, protocol)
                .join("bo", "north")
                .join("cy", "south")
                .join("dee", "east")
                .presenter(Unit.of(new MemberId("bo")))
                .beginAnyway();
    }

    public static Play live(Protocol protocol) {
        return running(Mode.LIVE, protocol);
    }

    public static Play async(Protocol protocol) {
        return running(Mode.ASYNC, protocol);
    }

    // What people do

    public Play does(SessionEvent next) {
        event = next;
        last = Engine.decide(session, next);
        take(last);
        while (plans && last.asksForGroups() && answerPlans()) {}
        return this;
    }

    /// Forms the groups the last decision asks for, as if that had been part of it.
    private boolean answerPlans() {
        for (var effect : last.effects()) {
            if (effect instanceof Effect.PlanGroups(int track, int visit, int step)
                    && isPlanned(track, visit)) {
                var groups = InOrder.of(session, session.track(track), step);
                var planned =
                        Engine.decide(
                                session,
                                new SessionEvent.GroupsPlanned(now, track, visit, step, groups, 0));
                take(planned);
                var effects = new ArrayList<>(last.effects());
                effects.remove(effect);
                effects.addAll(planned.effects());
                last = new Decision(session, effects, last.verdict());
                return true;
            }
        }
        return false;
    }

    private boolean isPlanned(int track, int visit) {
        return session.tracks().containsKey(track) && session.track(track).visit() == visit;
    }

    /// From now on whoever forms groups does not answer.
    public Play losesPlans() {
        plans = false;
        return this;
    }

    /// Somebody has formed groups for everybody, each written as `ada bo`.
    public Play planned(String... groups) {
        var step =
                main().progress() instanceof Progress.Apart apart ? apart.joinAt() : main().step();
        return planned(main().visit(), step, groups);
    }

    public Play planned(int visit, int step, String... groups) {
        var units = new ArrayList<List<Unit>>();
        for (var group : groups) {
            units.add(
                    Stream.of(group.split(" ", -1))
                            .map(who -> who.contains(":") ? new Unit(who) : unit(who))
                            .toList());
        }
        return does(new SessionEvent.GroupsPlanned(now, Session.MAIN, visit, step, units, 0));
    }

    private static Unit unit(String who) {
        return Unit.of(new MemberId(who));
    }

    private void take(Decision decision) {
        session = decision.session();
        all.addAll(decision.effects());
    }

    public Play join(String who, String team) {
        return does(new SessionEvent.Joined(now, new MemberId(who), team));
    }

    public Play leave(String who) {
        return does(new SessionEvent.Left(now, new MemberId(who)));
    }

    public Play presenter(Unit unit) {
        return does(new SessionEvent.RoleGiven(now, ADA, "presenter", List.of(unit)));
    }

    public Play role(String role, String who) {
        return does(
                new SessionEvent.RoleGiven(now, ADA, role, List.of(Unit.of(new MemberId(who)))));
    }

    public Play presenter(String who) {
        return presenter(Unit.of(new MemberId(who)));
    }

    public Play begin() {
        return does(new SessionEvent.Begun(now, session.facilitator(), false));
    }

    public Play beginAnyway() {
        return does(new SessionEvent.Begun(now, session.facilitator(), true));
    }

    /// Answers the main question of the step.
    public Play answer(String who) {
        return answer(who, stepOf(who), 1);
    }

    public Play answer(String who, String question, int fields) {
        var track = session.phase() == Session.Phase.RUNNING ? trackOf(who) : workBefore(question);
        return does(
                new SessionEvent.Answered(
                        now, new MemberId(who), track.id(), track.visit(), question, fields));
    }

    /// Answers the main question of the step with what can be counted.
    public Play chooses(String who, String... marks) {
        var track = trackOf(who);
        var ask = Objects.requireNonNull(Questions.main(session.mode(), session.stepOf(track)));
        return does(
                new SessionEvent.Answered(
                        now,
                        new MemberId(who),
                        track.id(),
                        track.visit(),
                        ask.title(),
                        ask.answer().fields().size(),
                        List.of(marks)));
    }

    /// Says yes or no to what somebody named them for.
    public Play consents(String who, int first, boolean yes) {
        return does(new SessionEvent.Consented(now, new MemberId(who), first, yes));
    }

    public Play takes(String who, String role) {
        return does(new SessionEvent.RoleTaken(now, new MemberId(who), role));
    }

    /// Ada puts somebody into the group of somebody else.
    public Play moves(String who, String toGroupOf) {
        int group = trackOf(toGroupOf).group();
        return does(new SessionEvent.MovedTo(now, ADA, new MemberId(who), group));
    }

    public Play nudge() {
        return does(new SessionEvent.Nudged(now, ADA, Session.MAIN, main().visit()));
    }

    private Track workBefore(String question) {
        return session.tracks().values().stream()
                .filter(each -> each.id() != Session.MAIN)
                .filter(each -> session.stepOf(each).title().equals(question))
                .findFirst()
                .orElseThrow();
    }

    public Play pass(String who) {
        return pass(who, stepOf(who));
    }

    public Play pass(String who, String question) {
        return does(
                new SessionEvent.Passed(
                        now, new MemberId(who), trackOf(who).id(), trackOf(who).visit(), question));
    }

    public Play speak(String who) {
        return does(new SessionEvent.Spoke(now, new MemberId(who), trackOf(who).id(), 0));
    }

    public Play giveFloor(String who) {
        return does(
                new SessionEvent.GaveFloor(
                        now, new MemberId(who), trackOf(who).id(), trackOf(who).visit()));
    }

    public Play endEarly(String who) {
        return does(
                new SessionEvent.EndedEarly(
                        now, new MemberId(who), trackOf(who).id(), trackOf(who).visit()));
    }

    public Play needTime(String who) {
        return does(
                new SessionEvent.NeedsTime(
                        now, new MemberId(who), trackOf(who).id(), trackOf(who).visit()));
    }

    public Play takeOver(String who) {
        return does(new SessionEvent.TookOver(now, new MemberId(who)));
    }

    public Play next() {
        return does(
                new SessionEvent.Next(now, session.facilitator(), Session.MAIN, main().visit()));
    }

    /// Goes on in the group of one person.
    public Play next(String groupOf) {
        var track = trackOf(groupOf);
        return does(new SessionEvent.Next(now, session.facilitator(), track.id(), track.visit()));
    }

    /// Opens the step before again in the group of one person.
    public Play back(String groupOf) {
        var track = trackOf(groupOf);
        return does(
                new SessionEvent.WentBack(now, session.facilitator(), track.id(), track.visit()));
    }

    public Play skip() {
        return does(
                new SessionEvent.Skipped(now, session.facilitator(), Session.MAIN, main().visit()));
    }

    public Play back() {
        return does(
                new SessionEvent.WentBack(
                        now, session.facilitator(), Session.MAIN, main().visit()));
    }

    public Play more() {
        return does(
                new SessionEvent.Extended(
                        now, session.facilitator(), Session.MAIN, main().visit()));
    }

    public Play letThemFinish() {
        return does(
                new SessionEvent.LetThemFinish(
                        now, session.facilitator(), Session.MAIN, main().visit()));
    }

    public Play pause() {
        return does(
                new SessionEvent.Paused(now, session.facilitator(), Session.MAIN, main().visit()));
    }

    public Play resume() {
        return does(
                new SessionEvent.Resumed(now, session.facilitator(), Session.MAIN, main().visit()));
    }

    public Play stop() {
        return does(new SessionEvent.Stopped(now, session.facilitator()));
    }

    public Play reopen() {
        return does(new SessionEvent.Reopened(now, session.facilitator()));
    }

    /// Goes on by hand until a step is reached.
    public Play nextUntil(String title) {
        while (!session.isOver() && !stepTitle().equals(title)) {
            next();
        }
        if (session.isOver()) {
            throw new IllegalStateException("no step “%s” came".formatted(title));
        }
        return this;
    }

    // Time

    /// Lets time pass without looking at anything.
    public Play pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    /// Lets time pass and delivers every tick when it is due.
    public Play after(Duration time) {
        var until = now.plus(time);
        while (session.dueAt() != null && !session.dueAt().isAfter(until)) {
            tick();
        }
        now = until;
        return this;
    }

    /// Jumps to the next moment that is due, and delivers its tick.
    public Play tick() {
        var track =
                session.tracks().values().stream()
                        .filter(each -> Objects.equals(each.dueAt(), session.dueAt()))
                        .findFirst()
                        .orElseThrow();
        var due = Objects.requireNonNull(track.dueAt(), "nothing is due");
        now = due.isAfter(now) ? due : now;
        return does(new SessionEvent.Due(now, track.id(), track.visit(), due));
    }

    /// Does what was done last once more, word for word.
    public Play again() {
        return does(Objects.requireNonNull(event, "nothing was done yet"));
    }

    // What became of it

    public Session session() {
        return session;
    }

    public Instant now() {
        return now;
    }

    public Track main() {
        return session.main();
    }

    public Track trackOf(String who) {
        return session.trackOf(new MemberId(who));
    }

    /// Title of the step somebody is at, with whomever they are.
    public String stepOf(String who) {
        return session.stepOf(trackOf(who)).title();
    }

    /// Who is in a group with somebody, by name; empty if they are in none.
    public String groupOf(String who) {
        var group = session.groups().get(trackOf(who).group());
        return group == null
                ? ""
                : group.members().stream().map(MemberId::value).collect(Collectors.joining(" "));
    }

    public String stepTitle() {
        return session.stepOf(main()).title();
    }

    /// Time from [#now] until a moment.
    public Duration timeLeft() {
        return Duration.between(now, Objects.requireNonNull(main().deadline(), "no deadline"));
    }

    public Decision last() {
        return last;
    }

    /// Everything decided so far, in order.
    public List<Effect> all() {
        return List.copyOf(all);
    }

    public <T extends Effect> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public <T extends Effect> List<T> last(Class<T> kind) {
        return last.effects().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Templates of the thread lines of the last decision.
    public List<String> said() {
        return last(Effect.Say.class).stream().map(say -> say.line().template()).toList();
    }

    /// Templates of what the last decision told somebody in private.
    public List<String> toldTo(String who) {
        return last(Effect.Whisper.class).stream()
                .filter(whisper -> whisper.member().value().equals(who))
                .map(whisper -> whisper.line().template())
                .toList();
    }

    /// Templates of everything somebody was ever told in private.
    public List<String> everToldTo(String who) {
        return all(Effect.Whisper.class).stream()
                .filter(whisper -> whisper.member().value().equals(who))
                .map(whisper -> whisper.line().template())
                .toList();
    }

    public boolean wasRefused() {
        return last.verdict() instanceof Decision.Verdict.Refused;
    }

    public boolean hadMoved() {
        return last.verdict() instanceof Decision.Verdict.Moved;
    }
}
