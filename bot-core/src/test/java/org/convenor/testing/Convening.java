package org.convenor.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.matching.RandomMatching;
import org.convenor.runtime.Alarm;
import org.convenor.runtime.Convener;
import org.convenor.runtime.Input;
import org.convenor.runtime.Lobby;
import org.convenor.runtime.Planner;
import org.convenor.runtime.ProtocolShelf;
import org.convenor.runtime.Rendering;
import org.convenor.runtime.Rooms;
import org.convenor.runtime.Tables;
import org.convenor.runtime.Workbench;
import org.convenor.session.Session;
import org.convenor.store.Database;
import org.convenor.store.Ids;
import org.convenor.store.Log;
import org.jspecify.annotations.Nullable;

/// A room with real people, a real database file and a clock that a test sets. People are named by
/// short keys such as `bo`; Ada Okafor of the Hub is the operator and facilitator.
///
/// Every input gets its own source key. What people do returns `this`; [#reply] says how it went.
public final class Convening implements AutoCloseable {
    /// A Tuesday morning in Chicago, where the cohort is.
    public static final Instant START = Instant.parse("2026-12-01T15:00:00Z");

    private static final String ZONE = "America/Chicago";

    private final Database database;
    private final Tables tables = Tables.create();
    private final Planner planner;
    private final Convener convener;
    private final Rooms rooms;
    private final Lobby lobby;
    private final Alarm alarm;
    private final Rendering rendering;
    private final Map<String, MemberId> people = new HashMap<>();
    private final ChannelId room;
    private final String invitation;
    private Instant now = START.minus(Duration.ofHours(1));
    private int inputs;
    private Reply reply = new Reply.Nothing();
    private @Nullable Input last;

    private Convening(Path folder, Workbench bench) {
        InstantSource clock = () -> now;
        var ids = new Ids(clock, new Random(7));
        database = Database.sqlite(folder.resolve("convenor.db"));
        planner = new Planner(database, tables, new RandomMatching(), clock);
        convener = new Convener(database, tables, bench, clock, ids, planner::want, () -> {});
        rooms = new Rooms(database, tables, bench);
        lobby = new Lobby(database, tables, clock, ids);
        alarm = new Alarm(database, tables, convener, clock);
        rendering = new Rendering(database, tables);
        var code = Objects.requireNonNull(lobby.setupCode(), "there is no operator yet");
        var ada = lobby.claimSetup(code, "Ada Okafor", "Hub");
        database.write(tx -> tx.update("update cohort set zone = ?", ZONE));
        database.write(tx -> tx.update("update member set zone = ?", ZONE));
        people.put("ada", ada.member());
        room = ada.room();
        invitation = lobby.invite(ada.member(), room);
    }

    /// An empty room with critical friends on the shelf.
    ///
    /// @param folder where the database file is made
    public static Convening in(Path folder) {
        return in(folder, Shelf.of(CriticalFriends.protocol()));
    }

    public static Convening in(Path folder, ProtocolShelf shelf) {
        return in(folder, Workbench.only(shelf));
    }

    public static Convening in(Path folder, Workbench bench) {
        return new Convening(folder, bench);
    }

    /// A room of five: Ada facilitates; Bo Lind of Northfield, Cy Reyes and Eli Stone of Southgate,
    /// and Dee Park of Eastvale are invited.
    public static Convening ofFive(Path folder) {
        return in(folder).withFour();
    }

    public static Convening ofFive(Path folder, ProtocolShelf shelf) {
        return in(folder, shelf).withFour();
    }

    public static Convening ofFive(Path folder, Workbench bench) {
        return in(folder, bench).withFour();
    }

    private Convening withFour() {
        invited("bo", "Bo Lind", "Northfield")
                .invited("cy", "Cy Reyes", "Southgate")
                .invited("dee", "Dee Park", "Eastvale")
                .invited("eli", "Eli Stone", "Southgate");
        now = START;
        return this;
    }

    // What people do

    /// Somebody follows the invitation into the room.
    public Convening invited(String key, String name, String district) {
        now = now.plusSeconds(1);
        people.put(key, lobby.join(invitation, name, district).member());
        return this;
    }

    /// Somebody of the same network who was not invited to this room: Uma Vale of Westbrook, in a
    /// room of her own.
    public Convening elsewhere(String key) {
        var other = lobby.makeRoom(id("ada"), "Another room");
        var code = lobby.invite(id("ada"), other);
        people.put(key, lobby.join(code, "Uma Vale", "Westbrook").member());
        return this;
    }

    /// Hands an input over as a platform would, under a source key of its own.
    public Convening does(Input input) {
        return does("source-" + ++inputs, input);
    }

    public Convening does(String sourceKey, Input input) {
        last = input;
        reply = convener.handle(sourceKey, input);
        planner.planAll(convener);
        return this;
    }

    /// The last input once more, under the same source key.
    public Convening again() {
        reply =
                convener.handle(
                        "source-" + inputs, Objects.requireNonNull(last, "nothing was done yet"));
        return this;
    }

    public Convening types(String who, String line) {
        return does(new Input.Typed(id(who), room, line));
    }

    public Convening writes(String who, String words) {
        return does(new Input.Wrote(id(who), sessionId(), 0, words));
    }

    /// Presses a button that this person sees.
    public Convening presses(String who, String verb) {
        return does(new Input.Pressed(id(who), button(who, verb), Map.of()));
    }

    /// Presses what no button offers: any verb, at the visit everybody is at.
    public Convening forges(String who, String verb, String argument, Map<String, String> values) {
        return does(new Input.Pressed(id(who), pressNow(verb, argument), values));
    }

    public Convening forges(String who, String verb) {
        return forges(who, verb, "", Map.of());
    }

    /// Sends the form that this person sees in their panel.
    public Convening answers(String who, String... values) {
        var form = form(who);
        var typed = new LinkedHashMap<String, String>();
        for (int index = 0; index < values.length; index++) {
            typed.put(form.fields().get(index).name(), values[index]);
        }
        return sends(who, form, typed);
    }

    public Convening sends(String who, Form form, Map<String, String> values) {
        return does(new Input.Pressed(id(who), form.submit(), values));
    }

    /// Ada starts critical friends, live, with Bo as the presenter.
    public Convening called() {
        return called("LIVE");
    }

    public Convening called(String mode) {
        types("ada", "/convene start tuning");
        var form = ((Reply.FormOpened) reply).form();
        return sends(
                "ada",
                form,
                Map.of(
                        "topic",
                        "How do we help new teachers stay?",
                        "role:presenter",
                        "m:" + id("bo"),
                        "mode",
                        mode));
    }

    /// A running session of the steps of your choice (see [Protocols#of]) with Ada, Bo who
    /// presents, Cy and Dee. Needs a shelf that holds them.
    public Convening begunSample() {
        return begunSample(Map.of());
    }

    /// @param settings what Ada types for the protocol's own settings, by the form's field; if it
    ///   is refused, nothing follows
    public Convening begunSample(Map<String, String> settings) {
        types("ada", "/convene start sample");
        var form = ((Reply.FormOpened) reply).form();
        var values = new HashMap<String, String>(settings);
        values.putAll(Map.of("topic", "Trust", "role:presenter", "m:" + id("bo"), "mode", "LIVE"));
        sends("ada", form, values);
        return reply instanceof Reply.FieldErrors
                ? this
                : presses("cy", "join").presses("dee", "join").forges("ada", "begin-anyway");
    }

    /// Everybody invited joins, and Bo brings the plan.
    public Convening ready() {
        Stream.of("cy", "dee", "eli").forEach(who -> presses(who, "join"));
        return answers(
                "bo", "https://example.org/northfield-plan", "Where would a new teacher get lost?");
    }

    /// A session of five that has begun.
    public Convening begun() {
        return called().ready().presses("ada", "begin");
    }

    /// The facilitator goes on until a step is reached.
    public Convening nextUntil(String title) {
        while (!stepTitle().equals(title)) {
            presses("ada", "next");
            if (session().isOver()) {
                throw new IllegalStateException("no step “%s” came".formatted(title));
            }
        }
        return this;
    }

    /// Lets time pass and wakes what is due, each at its moment.
    public Convening after(Duration time) {
        var until = now.plus(time);
        for (var due = alarm.next(); due != null && !due.isAfter(until); due = alarm.next()) {
            now = due.isAfter(now) ? due : now;
            alarm.ringDue();
            planner.planAll(convener);
        }
        now = until;
        return this;
    }

    /// Lets time pass while nothing is awake.
    public Convening asleep(Duration time) {
        now = now.plus(time);
        return this;
    }

    // What they see

    public Reply reply() {
        return reply;
    }

    /// What the last reply says, whatever kind it is; empty if it says nothing.
    public String replyText() {
        return switch (reply) {
            case Reply.Nothing _ -> "";
            case Reply.Notice(var message) -> PlainReading.of(message);
            case Reply.Moved(var message) -> PlainReading.of(message);
            case Reply.Handed(var message, var _) -> PlainReading.of(message);
            case Reply.FormOpened(var form) ->
                    PlainReading.of(new Message("", List.of(new Part.Fields(form))));
            case Reply.FieldErrors(var errors) -> errors.toString();
            case Reply.Refused(var problem) -> problem.toString();
        };
    }

    public Rooms.Look look(String who) {
        return rooms.look(room, id(who));
    }

    public String board() {
        return PlainReading.of(rendering.board(sessionId(), room));
    }

    public String panel(String who) {
        return PlainReading.of(look(who).panel());
    }

    /// What was whispered to somebody, newest first.
    public List<String> inbox(String who) {
        return look(who).inbox().stream().map(one -> PlainReading.of(one.message())).toList();
    }

    /// The first form in somebody's panel.
    public Form form(String who) {
        return look(who).panel().parts().stream()
                .filter(Part.Fields.class::isInstance)
                .map(part -> ((Part.Fields) part).form())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(who + " sees no form"));
    }

    /// The button with this verb on somebody's panel or on the board.
    public Press button(String who, String verb) {
        var look = look(who);
        return Stream.concat(look.panel().parts().stream(), look.board().parts().stream())
                .filter(Part.Choices.class::isInstance)
                .flatMap(part -> ((Part.Choices) part).choices().stream())
                .map(Part.Choice::press)
                .filter(press -> press.verb().equals(verb))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(who + " sees no button for " + verb));
    }

    public Press pressNow(String verb, String argument) {
        var main = session().main();
        return new Press(sessionId(), main.id(), main.visit(), verb, argument);
    }

    /// Every line of the thread as the room reads it.
    public List<String> thread() {
        var id = sessionId();
        return lines(id).stream()
                .map(line -> PlainReading.of(rendering.line(id, room, line)))
                .toList();
    }

    private List<Line> lines(SessionId id) {
        deliver();
        var lines = new ArrayList<Line>();
        database.read(tx -> tables.roomMessages().after(tx, room, 0, 10_000)).stream()
                .filter(one -> one.session().equals(id))
                .forEach(one -> lines.add(one.line()));
        return lines;
    }

    /// Puts into the room what waits for it, as the courier does.
    public Convening deliver() {
        database.write(tx -> {
            HandDelivery.to(tx, tables, room, now);
            return true;
        });
        return this;
    }

    public Rooms.Download record(String who) {
        return rooms.record(sessionId(), id(who));
    }

    // What is stored

    public MemberId id(String who) {
        return Objects.requireNonNull(people.get(who), "nobody is called " + who);
    }

    public SessionId sessionId() {
        return Objects.requireNonNull(
                database.<@Nullable SessionId>read(tx -> tables.sessions().current(tx, room)),
                "no session yet");
    }

    public Session session() {
        var id = sessionId();
        return database.read(tx -> tables.sessions().load(tx, id).session());
    }

    public String stepTitle() {
        return session().stepOf(session().main()).title();
    }

    public List<Log.Entry> log() {
        var id = sessionId();
        return database.read(tx -> tables.log().ofSession(tx, id));
    }

    /// Every row of every table, as text: equal before and after means that nothing was stored.
    public Map<String, List<String>> everything() {
        return database.read(StoredRows::of);
    }

    // The parts

    public Database database() {
        return database;
    }

    public Tables tables() {
        return tables;
    }

    public Convener convener() {
        return convener;
    }

    public Rooms rooms() {
        return rooms;
    }

    public Lobby lobby() {
        return lobby;
    }

    public Alarm alarm() {
        return alarm;
    }

    public ChannelId room() {
        return room;
    }

    public Instant now() {
        return now;
    }

    @Override
    public void close() {
        database.close();
    }
}
