package org.convenor.testing;

import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.asyncOnly;
import static org.convenor.testing.Steps.before;
import static org.convenor.testing.Steps.fields;
import static org.convenor.testing.Steps.keep;
import static org.convenor.testing.Steps.liveOnly;
import static org.convenor.testing.Steps.meanwhile;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.reveal;
import static org.convenor.testing.Steps.round;
import static org.convenor.testing.Steps.saved;
import static org.convenor.testing.Steps.say;
import static org.convenor.testing.Steps.talk;
import static org.convenor.testing.Steps.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Role;
import org.convenor.protocol.Setting;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;

/// Protocols to play in tests, built without a file.
public final class Protocols {
    public static final Who PRESENTER = Who.role("presenter");
    public static final Who FRIENDS = Who.role("friends");

    private static final Who PRESENTER_FIRST = new Who(Who.Scope.EVERYONE, null, "presenter", null);

    private Protocols() {}

    /// Tuning a plan with critical friends, step by step as the shipped file has it.
    public static Protocol tuning() {
        return of(
                "tuning",
                PeopleRange.size(5, 12),
                before(
                        saved(
                                fields(
                                        ask("Bring your plan", PRESENTER, asyncOnly(2)),
                                        "plan",
                                        "question"),
                                "plan")),
                say("How we work", liveOnly(3)),
                turn("Presentation", PRESENTER, "friends", minutes(10, 1)),
                talk("Clarifying questions", Who.EVERYONE, null, minutes(5, 1)),
                saved(
                        fields(
                                reveal(
                                        ask("Reading and notes", FRIENDS, minutes(8, 2)),
                                        Reveal.TOGETHER,
                                        Names.HIDDEN),
                                "warm",
                                "cool"),
                        "feedback"),
                talk("Warm feedback", FRIENDS, "presenter", minutes(5, 2)),
                talk("Cool feedback", FRIENDS, "presenter", minutes(9, 2)),
                turn("Reflection", PRESENTER, "friends", minutes(7, 2)),
                meanwhile(
                        round("Debrief", PRESENTER_FIRST, Duration.ofSeconds(30), minutes(6, 1)),
                        saved(
                                fields(ask("Next change", PRESENTER, asyncOnly(1)), "what", "by"),
                                "change")),
                keep("Put it in the plan", "change", Becomes.MILESTONE));
    }

    /// A protocol with the roles of critical friends and the steps of your choice, for any number
    /// of people.
    public static Protocol of(Step... steps) {
        return of("sample", new PeopleRange(null, null, null, null, null, null), steps);
    }

    /// The same protocol with one more role.
    public static Protocol with(Role role, Protocol protocol) {
        var roles = new ArrayList<Role>(protocol.roles());
        roles.add(role);
        return with(roles, protocol.settings(), protocol);
    }

    /// The same protocol with a setting.
    public static Protocol with(Setting setting, Protocol protocol) {
        return with(protocol.roles(), List.of(setting), protocol);
    }

    private static Protocol with(List<Role> roles, List<Setting> settings, Protocol protocol) {
        return new Protocol(
                protocol.id(),
                protocol.aliases(),
                protocol.version(),
                protocol.name(),
                protocol.purpose(),
                protocol.credit(),
                protocol.announced(),
                protocol.people(),
                roles,
                protocol.modes(),
                settings,
                protocol.steps());
    }

    private static Protocol of(String id, PeopleRange people, Step... steps) {
        return new Protocol(
                id,
                List.of(),
                1,
                "A protocol",
                "To try it.",
                null,
                null,
                people,
                List.of(
                        new Role("presenter", Role.Holder.NAMED_PERSON_OR_TEAM, "1 person or team"),
                        new Role("facilitator", Role.Holder.STARTER, "the person who starts"),
                        new Role("timekeeper", Role.Holder.BOT, "the bot"),
                        new Role("friends", Role.Holder.EVERYONE_ELSE, "everyone else")),
                Set.of(Mode.LIVE, Mode.ASYNC),
                List.<Setting>of(),
                List.of(steps));
    }
}
