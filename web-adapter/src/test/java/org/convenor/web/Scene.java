package org.convenor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.view.StageView;

/// A moment of a protocol, as everybody sees it.
record Scene(
        Function<Instant, Message> board,
        BiFunction<Member, Press, Message> panel,
        boolean maySpeak,
        String hint,
        Map<String, String> states,
        Function<Instant, StageView> stage) {
    static final Scene NOTHING =
            new Scene(
                    _ ->
                            new Message(
                                    "Nothing is running.",
                                    List.of(
                                            new Part.Heading("Nothing is running"),
                                            new Part.Text(
                                                    "Your facilitator starts a session with `/convene start`."))),
                    (_, _) -> Message.text("Nothing for you to do right now."),
                    false,
                    "Nothing is running. Commands work: try /convene help.",
                    Map.of(),
                    _ ->
                            new StageView(
                                    "Fall cohort",
                                    "",
                                    null,
                                    "We begin soon",
                                    0,
                                    0,
                                    "Make yourself comfortable.",
                                    null,
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    null,
                                    Duration.ZERO,
                                    List.of(),
                                    false,
                                    false));

    static Message help() {
        return new Message(
                "What you can type",
                List.of(
                        new Part.Heading("What you can type"),
                        new Part.Text(
                                """
                                - `/convene next` goes on to the next step
                                - `/convene more` gives two more minutes
                                - `/convene pause` stops the clock
                                - `/convene status` says where the group is
                                - `/convene catch-up` tells you what you missed\
                                """)));
    }

    static Form startForm(SessionId session) {
        return new Form(
                "Start a session",
                "Everyone in the room is invited when you press Start.",
                "",
                List.of(
                        new Form.Field(
                                "protocol",
                                "Protocol",
                                "",
                                new Form.Input.Pick(
                                        List.of(
                                                new Form.Option(
                                                        "tuning",
                                                        "Tuning a plan with critical friends"),
                                                new Form.Option(
                                                        "networking", "Targeted networking")),
                                        1),
                                true,
                                "tuning"),
                        new Form.Field(
                                "question",
                                "What is the question?",
                                "For example: Does our plan reach every classroom?",
                                new Form.Input.Text(200, false),
                                true,
                                "")),
                "Start",
                new Press(session, 0, 0, "answer", "start"));
    }
}
