package org.convenor.testing;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Role;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.protocol.Window;
import org.jspecify.annotations.Nullable;

/// Tuning a plan with critical friends in full: the words, roles, answers and times of the shipped
/// file.
public final class CriticalFriends {
    private static final Who PRESENTER = Who.role("presenter");
    private static final Who FRIENDS = Who.role("friends");
    private static final Who PRESENTER_FIRST = new Who(Who.Scope.EVERYONE, null, "presenter", null);

    private CriticalFriends() {}

    /// The protocol, named `tuning` and also `critical-friends`.
    public static Protocol protocol() {
        return new Protocol(
                "tuning",
                List.of("critical-friends"),
                1,
                "Tuning a plan with critical friends",
                "One team brings a plan. Colleagues look closely, say what already fits the goal"
                        + " and where they see gaps, and the team decides what to change.",
                "Structure after the Tuning Protocol by Joseph McDonald and David Allen (Coalition"
                        + " of Essential Schools). Wording here is our own.",
                Duration.ofMinutes(60),
                PeopleRange.size(5, 12),
                roles(),
                Set.of(Mode.LIVE, Mode.ASYNC),
                List.of(),
                List.of(
                        bringYourPlan(),
                        howWeWork(),
                        presentation(),
                        clarifyingQuestions(),
                        readingAndNotes(),
                        feedback(
                                "Warm feedback",
                                "Start with what works. Talk with each other; the presenter"
                                        + " listens and takes notes.",
                                "First what works. Presenter, please only listen; you get the floor"
                                        + " afterwards.",
                                "warm",
                                5),
                        feedback(
                                "Cool feedback",
                                "Now the gaps and questions, about the plan and its goal.",
                                "Now the gaps and what you wonder, always about the plan and its"
                                        + " goal.",
                                "cool",
                                9),
                        reflection(),
                        debrief(),
                        new Step.Keep(
                                new Heading("Put it in the plan", "", null, Timing.NONE),
                                List.of("change"),
                                Becomes.MILESTONE)));
    }

    static List<Role> roles() {
        return List.of(
                new Role(
                        "presenter",
                        Role.Holder.NAMED_PERSON_OR_TEAM,
                        "1 person or team, named by the facilitator before the start"),
                new Role("facilitator", Role.Holder.STARTER, "the person who starts the protocol"),
                new Role("timekeeper", Role.Holder.BOT, "the bot"),
                new Role("friends", Role.Holder.EVERYONE_ELSE, "everyone else"));
    }

    private static Step.Ask bringYourPlan() {
        return new Step.Ask(
                new Heading(
                        "Bring your plan",
                        "Share the plan, and the one question you want help with.",
                        null,
                        new Timing(null, Window.ofDays(2))),
                PRESENTER,
                new Answer(
                        List.of(
                                new Answer.Field("plan", new Answer.Kind.LinkOrFile()),
                                new Answer.Field("question", new Answer.Kind.ShortText()))),
                null,
                "plan",
                Reveal.AS_THEY_ARRIVE,
                Names.SHOWN,
                Until.USUAL,
                true,
                true);
    }

    private static Step.Say howWeWork() {
        return new Step.Say(
                new Heading(
                        "How we work",
                        """
                        We look at the work, not at the person.
                        Kind, specific, useful. The presenter decides what to use.
                        """,
                        "Welcome. We look at the work, not at the person, and the presenter decides"
                                + " what to use.",
                        new Timing(Duration.ofMinutes(3), null)));
    }

    private static Step.Turn presentation() {
        return new Step.Turn(
                new Heading(
                        "Presentation",
                        "Tell us the context, the goal, and your question.",
                        "Ten minutes for the presenter. All others listen and write down their"
                                + " questions.",
                        Steps.minutes(10, 1)),
                PRESENTER,
                "friends",
                new Show("plan", null, false),
                Until.TIME,
                null);
    }

    private static Step.Talk clarifyingQuestions() {
        return new Step.Talk(
                new Heading(
                        "Clarifying questions",
                        "Short questions with short, factual answers.\n"
                                + "If yours starts with \"Have you thought of\", save it for the"
                                + " feedback.\n",
                        "Now questions about facts only. Advice comes later.",
                        Steps.minutes(5, 1)),
                Who.EVERYONE,
                null,
                null,
                null,
                Until.TIME,
                null);
    }

    private static Step.Ask readingAndNotes() {
        return new Step.Ask(
                new Heading(
                        "Reading and notes",
                        """
                        Read the plan again on your own, then note:
                        Warm: what already serves the goal?
                        Cool: where do you see a gap, or what do you wonder?
                        Names are not shown. In a small group people may guess.
                        """,
                        "Eight quiet minutes. Read the plan again, then write one warm and one cool"
                                + " note. All notes appear together.",
                        Steps.minutes(8, 2)),
                FRIENDS,
                new Answer(
                        List.of(
                                new Answer.Field("warm", new Answer.Kind.Text()),
                                new Answer.Field("cool", new Answer.Kind.Text()))),
                new Show("plan", null, false),
                "feedback",
                Reveal.TOGETHER,
                Names.HIDDEN,
                Until.USUAL,
                false,
                true);
    }

    private static Step.Talk feedback(
            String title, String text, String aloud, String field, int minutes) {
        return new Step.Talk(
                new Heading(title, text, aloud, Steps.minutes(minutes, 2)),
                FRIENDS,
                "presenter",
                new Show("feedback", field, false),
                null,
                Until.TIME,
                null);
    }

    private static Step.Turn reflection() {
        return new Step.Turn(
                new Heading(
                        "Reflection",
                        "What are you taking with you? You need not answer everything.",
                        "Presenter, think aloud. All others listen now.",
                        Steps.minutes(7, 2)),
                PRESENTER,
                "friends",
                null,
                Until.TIME,
                null);
    }

    private static Step.Round debrief() {
        return new Step.Round(
                new Heading(
                        "Debrief",
                        "How did the way we worked help, or get in the way?\n"
                                + "One sentence each. If you have nothing to add, say so and"
                                + " pass.\n",
                        "One sentence each about how we worked, the presenter first. Please say"
                                + " pass rather than stay silent.",
                        Steps.minutes(6, 1)),
                PRESENTER_FIRST,
                null,
                null,
                Duration.ofSeconds(30),
                true,
                false,
                Reveal.AS_THEY_ARRIVE,
                nextChange(),
                Until.USUAL,
                null);
    }

    private static Step.Ask nextChange() {
        return new Step.Ask(
                new Heading("Next change", "What will you change, and by when?", null, none()),
                PRESENTER,
                new Answer(
                        List.of(
                                new Answer.Field("what", new Answer.Kind.ShortText()),
                                new Answer.Field("by", new Answer.Kind.Date()))),
                null,
                "change",
                Reveal.AS_THEY_ARRIVE,
                Names.SHOWN,
                Until.USUAL,
                false,
                true);
    }

    private static Timing none() {
        return new Timing(null, (@Nullable Window) null);
    }
}
