package org.convenor.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Role;
import org.convenor.session.Gathering;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Unit;
import org.convenor.session.WorkingCalendar;
import org.convenor.store.Ids;
import org.convenor.store.Log;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.jspecify.annotations.Nullable;

/// Starting a session: the form, and what follows from it.
final class Starting {
    private static final int LONGEST_TOPIC = 300;
    private static final String NOBODY = "";

    private final Tables tables;
    private final ProtocolShelf shelf;
    private final Recorder recorder;
    private final Ids ids;

    Starting(Tables tables, ProtocolShelf shelf, Recorder recorder, Ids ids) {
        this.tables = tables;
        this.shelf = shelf;
        this.recorder = recorder;
        this.ids = ids;
    }

    /// The form for a protocol, or a choice of protocols if none is named.
    Reply open(Tx tx, ChannelId room, Member by, String name) {
        var bundle = Bundle.of(by.locale());
        refuseSecond(tx, room, bundle);
        if (name.isBlank()) {
            return new Reply.Notice(choose(bundle, room));
        }
        return new Reply.FormOpened(form(bundle, room, find(bundle, name).protocol(), tx));
    }

    private Message choose(Bundle bundle, ChannelId room) {
        var head = bundle.text("start.none");
        return new Message(
                head, List.of(new Part.Text(head), new Part.Choices(buttons(shelf, bundle, room))));
    }

    /// One button for each protocol.
    static List<Part.Choice> buttons(ProtocolShelf shelf, Bundle bundle, ChannelId room) {
        return shelf.all().stream()
                .map(shelved ->
                        new Part.Choice(
                                bundle.text(
                                        "start.button",
                                        Map.of("protocol", shelved.protocol().name())),
                                press(room, Verb.START_FORM, shelved.protocol().id()),
                                Part.Emphasis.PLAIN,
                                null))
                .toList();
    }

    private ProtocolShelf.Shelved find(Bundle bundle, String name) {
        var shelved = shelf.find(name.strip());
        if (shelved == null) {
            var proposal = shelf.nearest(name.strip());
            throw new ProblemException(
                    bundle.problem(
                            "problem.no-protocol",
                            Map.of(
                                    "name",
                                    name,
                                    "proposal",
                                    proposal == null ? "none" : proposal)));
        }
        return shelved;
    }

    private void refuseSecond(Tx tx, ChannelId room, Bundle bundle) {
        var current = tables.sessions().current(tx, room);
        if (current != null && !tables.sessions().load(tx, current).session().isOver()) {
            throw new ProblemException(bundle.problem("problem.session-open", Map.of()));
        }
    }

    private static Press press(ChannelId room, Verb verb, String protocol) {
        return new Press(new SessionId(room.value()), 0, 0, verb.wire(), protocol);
    }

    private Form form(Bundle bundle, ChannelId room, Protocol protocol, Tx tx) {
        var members = members(tx, room);
        var fields = new ArrayList<Form.Field>();
        fields.add(
                field(
                        "topic",
                        bundle.text("start.topic"),
                        new Form.Input.Text(LONGEST_TOPIC, true),
                        true,
                        ""));
        for (var role : namedRoles(protocol)) {
            var label = bundle.text("start.role", Map.of("role", role.name()));
            fields.add(
                    field(
                            "role:" + role.name(),
                            label,
                            new Form.Input.Pick(holders(bundle, role, members), 1),
                            true,
                            ""));
        }
        for (var setting : protocol.settings()) {
            var value =
                    setting.options().isEmpty()
                            ? setting.value()
                            : String.join("\n", setting.options());
            var input = new Form.Input.Text(LONGEST_TOPIC, !setting.options().isEmpty());
            fields.add(
                    field(
                            "set:" + setting.name(),
                            setting.name(),
                            input,
                            setting.required(),
                            value == null ? "" : value));
        }
        if (protocol.modes().size() > 1) {
            var minutes = Map.of("minutes", protocol.liveLength().toMinutes());
            var modes =
                    List.of(Mode.LIVE, Mode.ASYNC).stream()
                            .map(mode ->
                                    new Form.Option(
                                            mode.name(),
                                            bundle.text("board.mode." + mode, minutes)))
                            .toList();
            fields.add(
                    field(
                            "mode",
                            bundle.text("start.mode"),
                            new Form.Input.Pick(modes, 1),
                            true,
                            Mode.LIVE.name()));
        }
        var others =
                members.stream()
                        .map(member -> new Form.Option(member.id().value(), label(member)))
                        .toList();
        fields.add(
                field(
                        "co",
                        bundle.text("start.co"),
                        new Form.Input.Pick(others, Math.max(1, others.size())),
                        false,
                        ""));
        return new Form(
                bundle.text("start.title", Map.of("protocol", protocol.name())),
                bundle.text("start.intro"),
                "",
                fields,
                bundle.text("start.button", Map.of("protocol", protocol.name())),
                press(room, Verb.START, protocol.id()));
    }

    private static Form.Field field(
            String name, String label, Form.Input input, boolean required, String value) {
        return new Form.Field(name, label, "", input, required, value);
    }

    private List<Member> members(Tx tx, ChannelId room) {
        return List.copyOf(
                tables.people().members(tx, tables.channels().members(tx, room)).values());
    }

    static List<Role> namedRoles(Protocol protocol) {
        return protocol.roles().stream()
                .filter(role ->
                        switch (role.holder()) {
                            case NAMED_PERSON, NAMED_PERSON_OR_TEAM -> true;
                            case STARTER, BOT, EVERYONE, EVERYONE_ELSE -> false;
                        })
                .toList();
    }

    /// Who can hold a role: each member, and each whole team where the role allows it.
    static List<Form.Option> holders(Bundle bundle, Role role, List<Member> members) {
        var options = new ArrayList<Form.Option>();
        members.forEach(
                member -> options.add(new Form.Option(Unit.of(member.id()).key(), label(member))));
        if (role.holder() == Role.Holder.NAMED_PERSON_OR_TEAM) {
            members.stream()
                    .map(Member::team)
                    .distinct()
                    .forEach(team ->
                            options.add(
                                    new Form.Option(
                                            Unit.ofTeam(team.id()).key(),
                                            bundle.text(
                                                    "start.team", Map.of("team", team.name())))));
        }
        return options;
    }

    private static String label(Member member) {
        return member.name() + " (" + member.team().name() + ")";
    }

    /// Starts a session with what was typed into the form.
    Reply start(Tx tx, Channel room, Member by, Input.Pressed input, Instant at) {
        var bundle = Bundle.of(by.locale());
        refuseSecond(tx, room.id(), bundle);
        var shelved = find(bundle, input.press().argument());
        var members = members(tx, room.id());
        var typed = new Typed(bundle, shelved.protocol(), members, input.values());
        if (!typed.errors.isEmpty()) {
            return new Reply.FieldErrors(typed.errors);
        }
        var cohort = tables.people().cohort(tx, requireCohort(tx, room.id()));
        if (cohort == null) {
            throw new IllegalStateException("no cohort for channel " + room.id());
        }
        var id = new SessionId(ids.next());
        var decision =
                Gathering.open(
                        new Gathering.Plan(
                                id,
                                shelved.protocol(),
                                typed.mode,
                                new WorkingCalendar(cohort.zone(), Set.of()),
                                seat(by),
                                typed.seats(),
                                typed.coFacilitators(by.id()),
                                typed.roles,
                                typed.settingNames),
                        at);
        tables.protocols().put(tx, shelved.protocol(), shelved.text(), shelved.hash());
        tables.sessions()
                .insert(tx, decision.session(), cohort.id(), room.id(), shelved.hash(), at);
        recorder.settings(tx, id, by.id(), typed.settingNames, typed.settingTexts, at);
        recorder.effects(tx, decision, List.of(), at);
        tables.boards().want(tx, id, 1);
        tables.log().add(tx, id, new Log.Entry(at, "Called", by.id(), Session.MAIN, 1));
        return new Reply.Nothing();
    }

    private String requireCohort(Tx tx, ChannelId room) {
        var cohort = tables.channels().cohort(tx, room);
        if (cohort == null) {
            throw new IllegalStateException("no cohort for channel " + room);
        }
        return cohort;
    }

    private static Seat seat(Member member) {
        return new Seat(member.id(), member.team().id(), Seat.Presence.HERE, 0);
    }

    /// What was typed into the form, read and checked.
    private static final class Typed {
        final Map<String, String> errors = new TreeMap<>();
        final Map<String, Unit> roles = new LinkedHashMap<>();
        final List<String> settingNames = new ArrayList<>();
        final List<String> settingTexts = new ArrayList<>();
        final Mode mode;
        private final Map<String, String> values;
        private final List<Member> members;
        private final Bundle bundle;

        Typed(Bundle bundle, Protocol protocol, List<Member> members, Map<String, String> values) {
            this.bundle = bundle;
            this.values = values;
            this.members = members;
            this.mode = mode(protocol);
            setting("topic", Session.TOPIC, true, "start.required");
            for (var setting : protocol.settings()) {
                setting(
                        "set:" + setting.name(),
                        setting.name(),
                        setting.required(),
                        "form.required");
            }
            for (var role : namedRoles(protocol)) {
                role(role);
            }
        }

        private Mode mode(Protocol protocol) {
            var only = protocol.modes().iterator().next();
            if (protocol.modes().size() == 1) {
                return only;
            }
            return Mode.ASYNC.name().equals(values.get("mode")) ? Mode.ASYNC : Mode.LIVE;
        }

        private void setting(String field, String name, boolean required, String message) {
            var text = values.getOrDefault(field, "").strip();
            int length = text.codePointCount(0, text.length());
            if (text.isEmpty() && required) {
                errors.put(field, bundle.text(message));
            } else if (length > LONGEST_TOPIC) {
                errors.put(
                        field,
                        bundle.text(
                                "form.too-long", Map.of("length", length, "most", LONGEST_TOPIC)));
            }
            settingNames.add(name);
            settingTexts.add(text);
        }

        private void role(Role role) {
            var field = "role:" + role.name();
            var picked = values.getOrDefault(field, NOBODY).strip();
            boolean known =
                    holders(bundle, role, members).stream()
                            .anyMatch(option -> option.value().equals(picked));
            if (known) {
                roles.put(role.name(), new Unit(picked));
            } else {
                errors.put(field, bundle.text("start.person"));
            }
        }

        List<Seat> seats() {
            return members.stream()
                    .filter(member -> isNamed(member) || coFacilitators(null).contains(member.id()))
                    .map(Starting::seat)
                    .toList();
        }

        private boolean isNamed(Member member) {
            return roles.containsValue(Unit.of(member.id()));
        }

        Set<MemberId> coFacilitators(@Nullable MemberId starter) {
            var picked = List.of(values.getOrDefault("co", NOBODY).strip().split("\n"));
            return members.stream()
                    .map(Member::id)
                    .filter(id -> picked.contains(id.value()) && !id.equals(starter))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
