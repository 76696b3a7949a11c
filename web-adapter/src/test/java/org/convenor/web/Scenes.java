package org.convenor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.chat.Press;
import org.convenor.people.Member;
import org.convenor.view.StageView;

/// Moments of a session with critical friends, as the real bot would word them.
final class Scenes {
    private static final Duration EIGHT = Duration.ofMinutes(8);

    private static final String NOTES =
            """
            Read the plan again on your own, then note:
            - **Warm:** what already serves the goal?
            - **Cool:** where do you see a gap, or what do you wonder?\
            """;

    private Scenes() {}

    /// Everyone but the presenter reads and takes notes in a private form.
    static Scene notes() {
        return new Scene(
                now ->
                        new Message(
                                "Step 5 of 10: Reading and notes.",
                                List.of(
                                        new Part.Text(
                                                "Tuning a plan with critical friends · step 5 of 10"),
                                        new Part.Heading("Reading and notes"),
                                        new Part.Deadline(
                                                now.plus(Duration.ofSeconds(342)), null, EIGHT),
                                        new Part.Text(NOTES),
                                        new Part.Facts(
                                                List.of(
                                                        new Part.Fact(
                                                                "The plan",
                                                                "https://docs.example.org/willow-creek/plan-2026"),
                                                        new Part.Fact(
                                                                "Question",
                                                                "Does our coaching plan reach the teachers who need it most?"),
                                                        new Part.Fact("Answered", "3 of 5"))),
                                        new Part.Divider(),
                                        new Part.Text("Then: **Warm feedback**, 5 minutes"))),
                Scenes::panel,
                false,
                "A quiet step. What you write here waits until the talk begins; commands work.",
                Map.of("Maya Okafor", "facilitator", "Jonas Lindqvist", "presenter"),
                now ->
                        new StageView(
                                "Fall cohort: convening 2",
                                "Tuning a plan with critical friends",
                                null,
                                "Reading and notes",
                                5,
                                10,
                                NOTES,
                                "Eight quiet minutes now. Your notes stay hidden until everyone has written.",
                                null,
                                List.of(),
                                "Warm feedback, 5 minutes",
                                now.plus(Duration.ofSeconds(342)),
                                null,
                                EIGHT,
                                List.of(),
                                false,
                                false));
    }

    /// One person speaks, the order is known.
    static Scene round(boolean paused) {
        return new Scene(
                now ->
                        new Message(
                                "Step 9 of 10: Debrief. Priya Raman speaks.",
                                List.of(
                                        new Part.Text(
                                                "Tuning a plan with critical friends · step 9 of 10"),
                                        new Part.Heading("Debrief"),
                                        paused
                                                ? new Part.Deadline(
                                                        null,
                                                        Duration.ofSeconds(154),
                                                        Duration.ofMinutes(6))
                                                : new Part.Deadline(
                                                        now.plus(Duration.ofSeconds(154)),
                                                        null,
                                                        Duration.ofMinutes(6)),
                                        new Part.Text(
                                                "How did the way we worked help, or get in the way?"),
                                        new Part.People(people()))),
                Scenes::panel,
                true,
                "Everyone in the room reads what you write, with your name and district.",
                Map.of("Maya Okafor", "facilitator", "Jonas Lindqvist", "presenter"),
                now ->
                        new StageView(
                                "Fall cohort: convening 2",
                                "Tuning a plan with critical friends",
                                null,
                                "Debrief",
                                9,
                                10,
                                "How did the way we worked help, or get in the way?",
                                "Thirty seconds each, and you may pass.",
                                "Priya Raman, Three Rivers",
                                List.of("Tomás Herrera", "אורי לוי", "Ellen Whitehorse"),
                                "Put it in the plan",
                                paused ? null : now.plus(Duration.ofSeconds(22)),
                                paused ? Duration.ofSeconds(154) : null,
                                Duration.ofMinutes(6),
                                List.of(),
                                paused,
                                false));
    }

    private static List<Part.PersonLine> people() {
        return List.of(
                new Part.PersonLine("Jonas Lindqvist", "Willow Creek", "spoke", false),
                new Part.PersonLine("Maya Okafor", "Willow Creek", "passed", false),
                new Part.PersonLine("Priya Raman", "Three Rivers", "speaking now", true),
                new Part.PersonLine("Tomás Herrera", "Three Rivers", "next", false),
                new Part.PersonLine("אורי לוי", "مدارس النهر", "", false),
                new Part.PersonLine(
                        "Maximiliana Featherstonehaugh-Wolfeschlegelstein",
                        "Consolidated Unified School District of the Upper Valley",
                        "",
                        false));
    }

    private static Message panel(Member me, Press press) {
        if (me.name().startsWith("Maya")) {
            return controls(press);
        }
        return me.name().startsWith("Jonas") ? change(press) : feedback(press);
    }

    private static Message controls(Press press) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("Next step", press, Emphasis.PRIMARY, null));
        choices.add(new Choice("+2 min", verb(press, "more"), Emphasis.PLAIN, null));
        choices.add(new Choice("Pause", verb(press, "pause"), Emphasis.PLAIN, null));
        choices.add(new Choice("Back", verb(press, "back"), Emphasis.PLAIN, null));
        choices.add(new Choice("Skip", verb(press, "skip"), Emphasis.PLAIN, null));
        choices.add(
                new Choice(
                        "Stop the session",
                        verb(press, "stop"),
                        Emphasis.DANGER,
                        "Stop for everyone? What was said so far stays in the record."));
        return new Message(
                "Your controls",
                List.of(
                        new Part.Heading("You lead this session"),
                        new Part.Text(
                                "Read aloud:\n> Eight quiet minutes now. Your notes stay hidden until everyone has written."),
                        new Part.Choices(choices),
                        new Part.Facts(
                                List.of(
                                        new Part.Fact("Answered", "3 of 5"),
                                        new Part.Fact("Asked for time", "1 person")))));
    }

    private static Press verb(Press press, String verb) {
        return new Press(press.session(), press.track(), press.visit(), verb, press.argument());
    }

    private static Message feedback(Press press) {
        return new Message(
                "Your notes",
                List.of(
                        new Part.Fields(
                                new Form(
                                        "Your notes",
                                        "",
                                        "Shown to everyone together when the step ends, without your name. In a small group people may guess.",
                                        List.of(
                                                field(
                                                        "warm",
                                                        "Warm: what already serves the goal?",
                                                        "For example: coaches meet every teacher twice."),
                                                field(
                                                        "cool",
                                                        "Cool: where do you see a gap, or what do you wonder?",
                                                        "")),
                                        "Save my notes",
                                        verb(press, "answer"))),
                        new Part.Choices(
                                List.of(
                                        new Choice(
                                                "I need more time",
                                                verb(press, "need-time"),
                                                Emphasis.PLAIN,
                                                null),
                                        new Choice(
                                                "Pass",
                                                verb(press, "pass"),
                                                Emphasis.PLAIN,
                                                null)))));
    }

    private static Form.Field field(String name, String label, String hint) {
        return new Form.Field(name, label, hint, new Form.Input.Text(1000, true), true, "");
    }

    private static Message change(Press press) {
        return new Message(
                "Your next change",
                List.of(
                        new Part.Fields(
                                new Form(
                                        "Next change",
                                        "What will you change, and by when? It becomes a milestone of your plan.",
                                        "Shown to everyone in the room with your name.",
                                        List.of(
                                                new Form.Field(
                                                        "what",
                                                        "What",
                                                        "",
                                                        new Form.Input.Text(200, false),
                                                        true,
                                                        "Coaches visit every new teacher by May"),
                                                new Form.Field(
                                                        "by",
                                                        "By",
                                                        "",
                                                        new Form.Input.Date(),
                                                        true,
                                                        "2027-05-14"),
                                                new Form.Field(
                                                        "useful",
                                                        "How useful was this hour to you?",
                                                        "",
                                                        new Form.Input.Scale(
                                                                1, 5, "Not at all", "Very"),
                                                        false,
                                                        ""),
                                                new Form.Field(
                                                        "help",
                                                        "Who could help?",
                                                        "",
                                                        new Form.Input.Pick(
                                                                List.of(
                                                                        new Form.Option(
                                                                                "coach",
                                                                                "Our coaches"),
                                                                        new Form.Option(
                                                                                "hub", "The hub"),
                                                                        new Form.Option(
                                                                                "other",
                                                                                "Another district")),
                                                                2),
                                                        false,
                                                        "coach")),
                                        "Save the change",
                                        verb(press, "answer")))));
    }

    /// Lines of a session so far.
    static List<Part> talk(Instant now) {
        return List.of(
                new Part.Text(
                        "**Presentation.** Jonas Lindqvist, Willow Creek, speaks for 10 minutes."),
                new Part.Text("**Clarifying questions.** Everyone, 5 minutes."),
                new Part.Said(
                        "Priya Raman",
                        "Three Rivers",
                        "How many teachers does one coach see in a month? We found https://example.org/coaching-load useful.",
                        null),
                new Part.Said(
                        "Jonas Lindqvist",
                        "Willow Creek",
                        "Eleven on average. Two schools share one coach, which is where it gets thin.",
                        null),
                new Part.Said(
                        "אורי לוי",
                        "مدارس النهر",
                        "האם המאמנים מבקרים גם במשמרת אחר הצהריים?",
                        null),
                new Part.Said(
                        "Tomás Herrera",
                        "Three Rivers",
                        "Is the afternoon program part of the plan?\nI may have missed it.",
                        "added later"),
                new Part.Text("**Reading and notes.** Friends write on their own, 8 minutes."));
    }
}
