package org.convenor.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Press;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.runtime.Input;
import org.convenor.session.Session;

/// One session of critical friends, and what its people do. Words and answers may be given from
/// many threads; steps are walked by one.
final class Run {
    private static final String FLOOR = "Clarifying questions";
    private static final String NOTES = "Reading and notes";

    private static final String SPOKEN =
            "When you say that every ninth grader meets their mentor by October, is that the first"
                    + " meeting of the year, or the first one that follows the new agenda?";

    private static final Map<String, String> NOTE =
            Map.of(
                    "f0",
                    "The plan names one number and one date, and the two schools that tried it last"
                            + " spring are part of the group that wrote it. That will carry far.",
                    "f1",
                    "I wonder who looks at the attendance numbers in the weeks between the quarterly"
                            + " reviews, and what would make that person ring the bell in time.");

    /// Names inputs across all runs of this process.
    private static final AtomicLong KEYS = new AtomicLong();

    private final Network network;
    private final SessionId id;
    private final List<MemberId> people;
    private int visit;

    private Run(Network network, SessionId id, List<MemberId> people) {
        this.network = network;
        this.id = id;
        this.people = List.copyOf(people);
    }

    SessionId id() {
        return id;
    }

    /// @param people the facilitator first, then the presenter, then the friends
    static Run begin(Network network, ChannelId room, List<MemberId> people) {
        var facilitator = people.getFirst();
        var presenter = people.get(1);
        var values =
                Map.of(
                        "topic", "How do our mentors reach every ninth grader?",
                        "role:presenter", "m:" + presenter.value(),
                        "mode", "LIVE");
        var start = new Press(new SessionId(room.value()), 0, 0, "start", "tuning");
        send(network, new Input.Pressed(facilitator, start, values));
        var id =
                Objects.requireNonNull(
                        network.database()
                                .read(tx -> network.tables().sessions().current(tx, room)));
        var run = new Run(network, id, people);
        run.gather();
        return run;
    }

    private void gather() {
        look();
        for (var friend : people.subList(2, people.size())) {
            press(friend, "join", "", Map.of());
        }
        var plan =
                Map.of(
                        "f0", "https://example.org/plans/ninth-grade-mentors",
                        "f1", "What would make this fail in the second year?");
        answer(people.get(1), "Bring your plan", plan);
        press(people.getFirst(), "begin", "", Map.of());
    }

    /// Work before the session stands on a track of its own.
    private void answer(MemberId by, String title, Map<String, String> values) {
        var session = look();
        var track =
                session.tracks().values().stream()
                        .filter(one -> title.equals(session.stepOf(one).title()))
                        .reduce((_, last) -> last)
                        .orElseThrow();
        var press = new Press(id, track.id(), track.visit(), "answer", title);
        send(network, new Input.Pressed(by, press, values));
    }

    /// Walks to the step where everybody may write in the thread.
    void toFloor() {
        walkTo(FLOOR);
    }

    /// Walks to the step where friends fill in a form with two fields.
    void toNotes() {
        walkTo(NOTES);
    }

    private void walkTo(String title) {
        for (var now = look(); !title.equals(now.stepOf(now.main()).title()); now = look()) {
            press(people.getFirst(), "next", "", Map.of());
        }
    }

    /// The session as it is stored now.
    Session look() {
        var session =
                network.database().read(tx -> network.tables().sessions().load(tx, id)).session();
        visit = session.main().visit();
        return session;
    }

    private void press(MemberId by, String verb, String argument, Map<String, String> values) {
        send(network, new Input.Pressed(by, pressed(verb, argument), values));
        look();
    }

    private Press pressed(String verb, String argument) {
        return new Press(id, Session.MAIN, visit, verb, argument);
    }

    /// How many people can write in the thread.
    int speakers() {
        return people.size();
    }

    /// How many friends can answer before the last one's answer ends the step.
    int answering() {
        return people.size() - 3;
    }

    void speak(int number) {
        send(network, new Input.Wrote(people.get(number % speakers()), id, visit, SPOKEN));
    }

    /// The first time, a friend answers; after that, they change their answer.
    void answer(int number) {
        var friend = people.get(2 + number % answering());
        send(network, new Input.Pressed(friend, pressed("answer", NOTES), NOTE));
    }

    private static void send(Network network, Input input) {
        var reply = network.convener().handle("bench-" + KEYS.incrementAndGet(), input);
        if (!(reply instanceof Reply.Nothing)) {
            throw new IllegalStateException(input + " was answered with " + reply);
        }
    }
}
