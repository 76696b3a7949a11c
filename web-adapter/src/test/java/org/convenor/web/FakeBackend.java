package org.convenor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.people.DistrictTeam;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.view.Heard;
import org.convenor.view.StageView;
import org.jspecify.annotations.Nullable;

/// A small bot in memory: rooms, members, one session per room that walks through the steps of a
/// [Scene]. An input with a source key seen before changes nothing.
final class FakeBackend implements Backend {
    static final String SETUP = "SETUP-7Q4K";

    final Watchers watchers = new Watchers();
    final List<String> inputs = new ArrayList<>();
    final Map<String, Map<String, String>> answers = new LinkedHashMap<>();

    private final InstantSource clock;
    private final Map<String, Reply> replies = new HashMap<>();
    private final Map<String, MemberId> tokens = new HashMap<>();
    private final Map<String, MemberId> devices = new HashMap<>();
    private final Map<MemberId, Member> members = new LinkedHashMap<>();
    private final Map<ChannelId, Place> places = new LinkedHashMap<>();
    private int numbers;
    final Set<Right> forbidden = new HashSet<>();
    final FakeProtocols protocols = new FakeProtocols();

    FakeBackend(InstantSource clock) {
        this.clock = clock;
    }

    /// One room and what happened in it.
    private static final class Place {
        final Channel channel;
        final List<MemberId> members = new ArrayList<>();
        final List<Entry> lines = new ArrayList<>();
        final Map<MemberId, String> groups = new HashMap<>();
        final List<InboxItem> inbox = new ArrayList<>();
        Scene scene = Scene.NOTHING;
        int visit;

        Place(Channel channel) {
            this.channel = channel;
        }
    }

    private record Entry(
            long seq, Instant at, @Nullable MemberId by, Message message, @Nullable String group) {}

    synchronized void scene(ChannelId room, Scene scene) {
        var place = at(room);
        place.scene = scene;
        place.visit++;
        watchers.changed(room);
    }

    synchronized void whisper(ChannelId room, String text) {
        var place = at(room);
        place.inbox.addFirst(
                new InboxItem("w" + place.inbox.size(), clock.instant(), Message.text(text)));
        watchers.changed(room);
    }

    synchronized void line(ChannelId room, @Nullable MemberId by, Message message) {
        var place = at(room);
        place.lines.add(new Entry(place.lines.size() + 1L, clock.instant(), by, message, null));
        watchers.changed(room);
    }

    synchronized SignedIn seat(String name, String district, ChannelId room) {
        var login = newMember(name, district);
        at(room).members.add(login.member());
        return new SignedIn(login.member(), login.token(), room);
    }

    synchronized ChannelId place(String name) {
        var id = new ChannelId("room-" + ++numbers);
        places.put(id, new Place(new Channel(id, "web", id.value(), name)));
        return id;
    }

    private SignedIn newMember(String name, String district) {
        if (name.isBlank() || district.isBlank()) {
            throw problem("Your name is missing.", "You have not joined yet.", "Write your name.");
        }
        var id = new MemberId("m" + ++numbers);
        var token = "token-of-" + id + "-that-nobody-can-guess";
        members.put(
                id,
                new Member(
                        id,
                        name,
                        new DistrictTeam("d-" + district, district),
                        Locale.ENGLISH,
                        ZoneId.of("America/Chicago")));
        tokens.put(token, id);
        return new SignedIn(id, token, new ChannelId("none"));
    }

    private Place at(ChannelId room) {
        return Objects.requireNonNull(places.get(room));
    }

    private Member person(MemberId id) {
        return Objects.requireNonNull(members.get(id));
    }

    private static ProblemException problem(String what, String meaning, String remedy) {
        return new ProblemException(new Problem(what, meaning, remedy));
    }

    private Place place(ChannelId room, MemberId reader) {
        var place = places.get(room);
        if (place == null || !place.members.contains(reader)) {
            throw problem("I know no such room.", "Nothing to see.", "Ask for an invitation.");
        }
        return place;
    }

    private synchronized Reply once(String key, Supplier<Reply> act) {
        return replies.computeIfAbsent(key, _ -> act.get());
    }

    @Override
    public synchronized Reply press(
            MemberId by, String sourceKey, Press press, Map<String, String> values) {
        return once(
                sourceKey,
                () -> {
                    inputs.add(by + " " + press.verb() + " " + values);
                    return press.verb().equals("answer") ? answer(by, values) : control(press);
                });
    }

    private Reply answer(MemberId by, Map<String, String> values) {
        var missing = new HashMap<String, String>();
        values.forEach((name, value) -> {
            if (value.isBlank()) {
                missing.put(name, "Write a sentence, or press Pass.");
            }
        });
        if (!missing.isEmpty()) {
            return new Reply.FieldErrors(missing);
        }
        answers.put(by.value(), values);
        return new Reply.Nothing();
    }

    private Reply control(Press press) {
        var place =
                places.values().stream()
                        .filter(p -> session(p).equals(press.session()))
                        .findFirst()
                        .orElseThrow();
        if (press.visit() != place.visit) {
            return new Reply.Moved(Message.text("Somebody was faster: the group is a step on."));
        }
        if (press.verb().equals("next")) {
            scene(place.channel.id(), place.scene);
            line(place.channel.id(), null, Message.text("**Next step.** Nothing to do yet."));
        }
        return new Reply.Nothing();
    }

    @Override
    public synchronized Reply write(
            MemberId by,
            String sourceKey,
            ChannelId in,
            SessionId session,
            int visit,
            String words) {
        place(in, by);
        return once(
                sourceKey,
                () -> {
                    if (words.length() > 4000) {
                        return new Reply.Refused(
                                new Problem(
                                        "That is longer than 4,000 characters.",
                                        "It was not sent.",
                                        "Shorten it."));
                    }
                    inputs.add(by + " wrote " + words);
                    var me = person(by);
                    var said = new Part.Said(me.name(), me.team().name(), words, null);
                    line(in, by, new Message(words, List.of(said)));
                    return new Reply.Nothing();
                });
    }

    @Override
    public synchronized Reply type(MemberId by, String sourceKey, ChannelId in, String line) {
        place(in, by);
        inputs.add(by + " typed " + line);
        return switch (line) {
            case "/convene start" -> new Reply.FormOpened(Scene.startForm(sessionIn(in)));
            case "/convene help" -> new Reply.Notice(Scene.help());
            default ->
                    new Reply.Refused(
                            new Problem(
                                    "I do not know that word.",
                                    "Nothing was changed.",
                                    "Type /convene help to see what I understand."));
        };
    }

    private SessionId sessionIn(ChannelId room) {
        return session(at(room));
    }

    private static SessionId session(Place place) {
        return new SessionId("s-" + place.channel.id());
    }

    @Override
    public synchronized RoomView room(ChannelId room, MemberId reader) {
        var place = place(room, reader);
        var me = person(reader);
        var scene = place.scene;
        var press = new Press(session(place), 1, place.visit, "next", "");
        return new RoomView(
                place.channel,
                me,
                scene.equals(Scene.NOTHING) ? null : session(place),
                place.visit,
                scene.board().apply(clock.instant()),
                scene.panel().apply(me, press),
                "v" + place.visit,
                place.inbox,
                scene.maySpeak(),
                scene.hint(),
                place.groups.get(reader),
                new Hearing(
                        Heard.OWN_GROUPS,
                        place.groups.getOrDefault(reader, ""),
                        !place.groups.isEmpty()),
                place.members.stream()
                        .map(this::person)
                        .map(m ->
                                new PersonHere(
                                        m.name(),
                                        m.team().name(),
                                        scene.states().getOrDefault(m.name(), "")))
                        .toList());
    }

    @Override
    public synchronized Lines latest(
            ChannelId room, MemberId reader, @Nullable Heard heard, int limit) {
        var all = thread(room, reader, heard, 0, Integer.MAX_VALUE);
        int size = all.lines().size();
        return new Lines(all.lines().subList(Math.max(0, size - limit), size), all.upTo());
    }

    /// Everybody's lines and those of the reader's group, unless all are wanted.
    @Override
    public synchronized Lines thread(
            ChannelId room, MemberId reader, @Nullable Heard heard, long afterSeq, int limit) {
        var place = place(room, reader);
        var own = place.groups.get(reader);
        var lines =
                place.lines.stream()
                        .filter(line -> line.seq() > afterSeq)
                        .filter(line ->
                                heard == Heard.ALL_GROUPS
                                        || line.group() == null
                                        || line.group().equals(own))
                        .limit(limit)
                        .map(l ->
                                new ThreadLine(
                                        l.seq(),
                                        l.at(),
                                        l.message(),
                                        reader.equals(l.by()),
                                        l.group()))
                        .toList();
        return new Lines(lines, Math.max(afterSeq, place.lines.size()));
    }

    /// Puts somebody into a group.
    synchronized void group(ChannelId room, MemberId member, String group) {
        at(room).groups.put(member, group);
        watchers.changed(room);
    }

    synchronized void lineInGroup(ChannelId room, String group, Message message) {
        var place = at(room);
        place.lines.add(new Entry(place.lines.size() + 1L, clock.instant(), null, message, group));
        watchers.changed(room);
    }

    @Override
    public AutoCloseable watch(ChannelId room, Runnable onChange) {
        return watchers.watch(room, onChange);
    }

    @Override
    public synchronized StageView stage(String code) {
        return places.values().stream()
                .filter(place -> code.equals("stage-" + place.channel.id()))
                .findFirst()
                .map(place -> place.scene.stage().apply(clock.instant()))
                .orElseThrow(() -> problem("No stage.", "Nothing.", "Ask."));
    }

    @Override
    public synchronized @Nullable MemberId signedIn(String token) {
        return tokens.get(token);
    }

    @Override
    public synchronized String deviceCode(MemberId member) {
        devices.put("device-" + member, member);
        return "device-" + member;
    }

    @Override
    public synchronized SignedIn signIn(String deviceCode) {
        var member = devices.remove(deviceCode);
        if (member == null) {
            throw problem("That link was used.", "Nobody was signed in.", "Make a new one.");
        }
        var token = "token-" + UUID.randomUUID();
        tokens.put(token, member);
        return new SignedIn(member, token, rooms(member).getFirst().id());
    }

    @Override
    public synchronized void signOut(String token) {
        tokens.remove(token);
    }

    @Override
    public synchronized SignedIn claimSetup(String code, String name, String district) {
        if (!code.equals(SETUP)) {
            throw problem(
                    "That is not the setup code.",
                    "Nobody was signed in.",
                    "Copy the code from where the server was started.");
        }
        var room = place("First room");
        return seat(name, district, room);
    }

    @Override
    public synchronized SignedIn join(String inviteCode, String name, String district) {
        return seat(name, district, invited(inviteCode).channel.id());
    }

    @Override
    public synchronized ChannelId enter(MemberId who, String inviteCode) {
        var place = invited(inviteCode);
        if (!place.members.contains(who)) {
            place.members.add(who);
        }
        return place.channel.id();
    }

    private Place invited(String code) {
        return places.values().stream()
                .filter(place -> code.equals("invite-" + place.channel.id()))
                .findFirst()
                .orElseThrow(() ->
                        problem(
                                "This invitation does not work.",
                                "It may have been replaced by a newer one.",
                                "Ask the person who sent it for a new link."));
    }

    @Override
    public synchronized ChannelId makeRoom(MemberId by, String name) {
        var room = place(name);
        at(room).members.add(by);
        return room;
    }

    @Override
    public synchronized String invite(MemberId by, ChannelId room) {
        return "invite-" + place(room, by).channel.id();
    }

    @Override
    public synchronized String stageCode(MemberId by, ChannelId room) {
        return "stage-" + place(room, by).channel.id();
    }

    @Override
    public synchronized List<Channel> rooms(MemberId of) {
        return places.values().stream()
                .filter(place -> place.members.contains(of))
                .map(place -> place.channel)
                .toList();
    }

    @Override
    public synchronized InviteView invitation(String code) {
        var place = invited(code);
        return new InviteView(place.channel.name(), person(place.members.getFirst()).name());
    }

    @Override
    public synchronized Export export(MemberId by, SessionId session) {
        return places.values().stream()
                .filter(place -> session(place).equals(session) && place.members.contains(by))
                .findFirst()
                .map(place -> new Export("Tuning – Willow Creek.md", "# Tuning a plan\n"))
                .orElseThrow(() -> problem("No record.", "Nothing.", "Ask."));
    }

    @Override
    public FakeProtocols protocols() {
        return protocols;
    }

    @Override
    public boolean may(MemberId who, @Nullable ChannelId room, Right right) {
        return !forbidden.contains(right);
    }
}
