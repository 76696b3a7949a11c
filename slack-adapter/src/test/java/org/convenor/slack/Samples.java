package org.convenor.slack;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// One message of each kind that a session has, as the bot words them.
final class Samples {
    private static final Instant SOON = Instant.parse("2026-11-24T15:10:00Z");
    private static final Duration EIGHT = Duration.ofMinutes(8);

    private Samples() {}

    static Map<String, Message> messages() {
        var all = new LinkedHashMap<String, Message>();
        all.put("gathering", gathering());
        all.put("step", step());
        all.put("round", round());
        all.put("groups", groups());
        all.put("result", result());
        all.put("thread", thread());
        all.put("whisper", whisper());
        return all;
    }

    static Map<String, Form> forms() {
        var all = new LinkedHashMap<String, Form>();
        all.put("notes", notes());
        all.put("change", change());
        all.put("choices", choices());
        return all;
    }

    static Message message(String name) {
        return requireNonNull(messages().get(name));
    }

    static Form form(String name) {
        return requireNonNull(forms().get(name));
    }

    private static Message gathering() {
        return new Message(
                "Tuning a plan with critical friends: join now.",
                List.of(
                        new Part.Heading("Tuning a plan with critical friends"),
                        new Part.Said(
                                null,
                                null,
                                "Does our coaching plan reach the teachers who need it most?",
                                "What we work on"),
                        new Part.Text(
                                "One district shows a plan that is not finished; the others help to make it"
                                        + " better, without giving advice too early."),
                        new Part.Facts(
                                List.of(
                                        new Part.Fact("Facilitator", "Maya Okafor"),
                                        new Part.Fact("Presenter", "Jonas Lindqvist"),
                                        new Part.Fact("Speed", "live, about 45 minutes"))),
                        new Part.People(
                                List.of(
                                        person("Maya Okafor", "Willow Creek", "facilitator", false),
                                        person(
                                                "Jonas Lindqvist",
                                                "Willow Creek",
                                                "presenter",
                                                false),
                                        person("Priya Raman", "Three Rivers", "", false),
                                        person("אורי לוי", "مدارس النهر", "observing", false))),
                        new Part.Divider(),
                        new Part.Choices(
                                List.of(
                                        choice("Join", Emphasis.PRIMARY, null),
                                        choice("Observe", Emphasis.PLAIN, null),
                                        choice("Not today", Emphasis.PLAIN, null)))));
    }

    private static Message step() {
        return new Message(
                "Tuning a plan with critical friends, step 5 of 10: Reading and notes.",
                List.of(
                        new Part.Heading("5 of 10 · Reading and notes"),
                        new Part.Text(
                                """
                                Read the plan again on your own, then note:
                                - **Warm:** what already serves the goal?
                                - **Cool:** where do you see a gap, or what do you wonder?\
                                """),
                        new Part.Deadline(SOON, null, EIGHT),
                        new Part.Facts(
                                List.of(
                                        new Part.Fact(
                                                "The plan",
                                                "https://docs.example.org/willow-creek/plan-2026"))),
                        new Part.Text("3 of 5 have answered."),
                        new Part.Divider(),
                        new Part.Text("Next: Warm feedback"),
                        new Part.Choices(
                                List.of(
                                        choice("Join", Emphasis.PLAIN, null),
                                        choice("Catch me up", Emphasis.PLAIN, null),
                                        choice("I need more time", Emphasis.PLAIN, null)))));
    }

    private static Message round() {
        return new Message(
                "Step 9 of 10: Debrief. Priya Raman has the floor.",
                List.of(
                        new Part.Heading("9 of 10 · Debrief"),
                        new Part.Text("How did the way we worked help, or get in the way?"),
                        new Part.Deadline(null, Duration.ofSeconds(154), Duration.ofMinutes(6)),
                        new Part.People(
                                List.of(
                                        person("Jonas Lindqvist", "Willow Creek", "done", false),
                                        person("Maya Okafor", "Willow Creek", "passed", false),
                                        person(
                                                "Priya Raman",
                                                "Three Rivers",
                                                "has the floor",
                                                true),
                                        person("Tomás Herrera", "Three Rivers", "next", false),
                                        person("Ellen Whitehorse", "Prairie", "to come", false))),
                        new Part.Divider(),
                        new Part.Text("Next: Put it in the plan")));
    }

    private static Message groups() {
        var clock = new Part.Deadline(SOON, null, EIGHT);
        return new Message(
                "Targeted networking: people are in groups.",
                List.of(
                        new Part.Heading("In groups"),
                        new Part.Groups(
                                List.of(
                                        group(
                                                "Group 1",
                                                "Presentation",
                                                clock,
                                                "Maya Okafor",
                                                "Priya Raman",
                                                "Tomás Herrera"),
                                        group(
                                                "Group 2",
                                                "Questions, paused",
                                                null,
                                                "Jonas Lindqvist",
                                                "Ellen Whitehorse"),
                                        group(
                                                "Group 3",
                                                "done, waiting for Group 1",
                                                null,
                                                "אורי לוי",
                                                "Sam Doe"))),
                        new Part.Text(
                                "Each group has its own thread. Everybody in this channel can read it; what is only"
                                        + " for a group comes to its people in private."),
                        new Part.Divider(),
                        new Part.Choices(
                                List.of(
                                        choice("Join", Emphasis.PLAIN, null),
                                        choice("Catch me up", Emphasis.PLAIN, null)))));
    }

    private static Message result() {
        return new Message(
                "Most dots: Coaches visit every new teacher by May.",
                List.of(
                        new Part.Text("**Most dots:** Coaches visit every new teacher by May"),
                        new Part.Bars(
                                List.of(
                                        new Part.Bar(
                                                "Coaches visit every new teacher by May",
                                                "9 points",
                                                "Maya Okafor, Priya Raman, Tomás Herrera",
                                                9,
                                                9,
                                                true),
                                        new Part.Bar(
                                                "One shared coach log for all schools",
                                                "4 points",
                                                "Jonas Lindqvist",
                                                4,
                                                9,
                                                false),
                                        new Part.Bar(
                                                "Ask teachers what they need",
                                                "1 point",
                                                "",
                                                1,
                                                9,
                                                false)))));
    }

    private static Message thread() {
        return new Message(
                "Priya Raman: How many teachers does one coach see in a month?",
                List.of(
                        new Part.Text("**3 of 10 · Clarifying questions** · until 3:10 PM CST"),
                        new Part.Said(
                                "Priya Raman",
                                "Three Rivers",
                                "How many teachers does one coach see in a month? We found https://example.org/coaching-load useful.",
                                null),
                        new Part.Said(
                                "אורי לוי",
                                "مدارس النهر",
                                "האם המאמנים מבקרים גם במשמרת אחר הצהריים?",
                                null),
                        new Part.Said(
                                "Tomás Herrera",
                                "Three Rivers",
                                "Is the afternoon program part of the plan? <!channel> *not bold*\nI may have missed it.",
                                "added later"),
                        new Part.Said(
                                null,
                                null,
                                "I would like to see what the coaches themselves say.",
                                null)));
    }

    private static Message whisper() {
        return new Message(
                "“Presentation” waits for you. Press Next when you are ready.",
                List.of(
                        new Part.Text(
                                "“Presentation” waits for you. Press *Next* when you are ready."),
                        new Part.Choices(
                                List.of(
                                        choice(
                                                "Next: Clarifying questions",
                                                Emphasis.PRIMARY,
                                                null),
                                        choice("Back", Emphasis.PLAIN, null),
                                        choice("2 more minutes", Emphasis.PLAIN, null),
                                        choice(
                                                "End the session",
                                                Emphasis.DANGER,
                                                "End the session for everyone?"))),
                        new Part.Divider(),
                        new Part.Fields(notes())));
    }

    private static Form notes() {
        return new Form(
                "Reading and notes",
                "Read the plan again on your own. **Stay kind and specific.**",
                "Everyone reads this together when the step ends. Your name stands beside it.",
                List.of(
                        new Form.Field(
                                "f0",
                                "Warm",
                                "What already serves the goal?",
                                new Form.Input.Text(2_800, true),
                                false,
                                ""),
                        new Form.Field(
                                "f1",
                                "Cool",
                                "A gap, or something you wonder about",
                                new Form.Input.Text(2_800, true),
                                false,
                                "Who coaches the afternoon program?")),
                "Send",
                press("answer"));
    }

    private static Form change() {
        return new Form(
                "What will you change next, and by when?",
                "It becomes a milestone of your plan.",
                "Shown to everyone in the channel with your name.",
                List.of(
                        new Form.Field(
                                "f0",
                                "What",
                                "",
                                new Form.Input.Text(300, false),
                                true,
                                "Coaches visit every new teacher by May"),
                        new Form.Field("f1", "By", "", new Form.Input.Date(), true, "2027-05-14"),
                        new Form.Field(
                                "f2",
                                "How useful was this hour to you?",
                                "",
                                new Form.Input.Scale(1, 5, "not at all", "very"),
                                false,
                                "4"),
                        new Form.Field(
                                "f3",
                                "How sure are you?",
                                "",
                                new Form.Input.Scale(0, 10, "not sure", "certain"),
                                false,
                                "")),
                "Save the change",
                press("answer"));
    }

    private static Form choices() {
        var options =
                List.of(
                        new Form.Option(
                                "a",
                                "Coaches visit every new teacher at least once a month, and write down what they saw for the teacher alone"),
                        new Form.Option("b", "One shared coach log"),
                        new Form.Option("c", "Ask teachers what they need"));
        return new Form(
                "Choose together",
                "",
                "Counts are shown when all have voted.",
                List.of(
                        new Form.Field(
                                "f0",
                                "Give two dots",
                                "",
                                new Form.Input.Pick(options, 2),
                                true,
                                "b"),
                        new Form.Field(
                                "f1",
                                "Who goes first?",
                                "",
                                new Form.Input.Pick(options.subList(1, 3), 1),
                                true,
                                ""),
                        new Form.Field(
                                "f2",
                                "A protocol file",
                                "The file you edited",
                                new Form.Input.File(200_000),
                                false,
                                "")),
                "Vote",
                press("vote"));
    }

    static Press press(String verb) {
        return new Press(new SessionId("session-1"), 0, 3, verb, "");
    }

    private static Choice choice(String label, Emphasis emphasis, @Nullable String confirm) {
        return new Choice(label, press("next"), emphasis, confirm);
    }

    private static Part.PersonLine person(String name, String team, String state, boolean now) {
        return new Part.PersonLine(name, team, state, now);
    }

    private static Part.GroupLine group(
            String name, String state, Part.@Nullable Deadline clock, String... people) {
        return new Part.GroupLine(name, List.of(people), state, clock, false, false, List.of());
    }
}
