package org.convenor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convenor.chat.Form;
import org.convenor.chat.Press;
import org.convenor.people.Member;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Role;
import org.convenor.protocol.Setting;
import org.convenor.session.Session;
import org.convenor.session.Unit;
import org.convenor.view.Bundle;
import org.convenor.view.Markup;

/// The form that a facilitator fills in before people are invited.
final class StartForm {
    /// Characters in what a session is about, and in a setting.
    static final int LONGEST_TOPIC = 300;

    /// Characters in a list of options, one on each line.
    static final int LONGEST_LIST = 2_800;

    /// Characters in one of them: a button shows no more.
    static final int LONGEST_OPTION = 75;

    static final String TOPIC = "topic";
    static final String MODE = "mode";
    static final String CO_FACILITATORS = "co";

    private StartForm() {}

    /// Name of the field for a role.
    static String field(Role role) {
        return "role:" + role.name();
    }

    /// Name of the field for a setting.
    static String field(Setting setting) {
        return "set:" + setting.name();
    }

    /// @param members everybody in the room
    static Form of(Bundle bundle, Protocol protocol, List<Member> members, Press submit) {
        var fields = new ArrayList<Form.Field>();
        var topic = new Form.Input.Text(LONGEST_TOPIC, true);
        fields.add(field(TOPIC, bundle.text("start.topic"), topic, true, ""));
        namedRoles(protocol).forEach(role -> fields.add(roleField(bundle, role, members)));
        settings(protocol).forEach(setting -> fields.add(settingField(setting)));
        if (protocol.modes().size() > 1) {
            fields.add(modeField(bundle, protocol));
        }
        fields.add(coField(bundle, members));
        return new Form(
                bundle.text("start.title", Map.of("protocol", protocol.name())),
                bundle.text("start.intro"),
                "",
                fields,
                bundle.text("start.send"),
                submit);
    }

    private static Form.Field roleField(Bundle bundle, Role role, List<Member> members) {
        var label = bundle.text("start.role", Map.of("role", role.name()));
        var pick = new Form.Input.Pick(holders(bundle, role, members), Replacing.most(role));
        return field(field(role), label, pick, true, "");
    }

    private static Form.Field settingField(Setting setting) {
        boolean list = !setting.options().isEmpty();
        var value = list ? String.join("\n", setting.options()) : setting.value();
        var input = new Form.Input.Text(list ? LONGEST_LIST : LONGEST_TOPIC, list);
        return field(
                field(setting),
                Markup.capital(setting.name()),
                input,
                setting.required(),
                value == null ? "" : value);
    }

    private static Form.Field modeField(Bundle bundle, Protocol protocol) {
        var announced = protocol.announced();
        var length = announced == null ? protocol.liveLength() : announced;
        var minutes = Map.of("minutes", length.toMinutes());
        var modes =
                Stream.of(Mode.LIVE, Mode.ASYNC)
                        .map(mode ->
                                new Form.Option(
                                        mode.name(), bundle.text("board.mode." + mode, minutes)))
                        .toList();
        var pick = new Form.Input.Pick(modes, 1);
        return field(MODE, bundle.text("start.mode"), pick, true, Mode.LIVE.name());
    }

    private static Form.Field coField(Bundle bundle, List<Member> members) {
        var others =
                members.stream()
                        .map(member -> new Form.Option(member.id().value(), label(member)))
                        .toList();
        var pick = new Form.Input.Pick(others, Math.max(1, others.size()));
        return field(CO_FACILITATORS, bundle.text("start.co"), pick, false, "");
    }

    private static Form.Field field(
            String name, String label, Form.Input input, boolean required, String value) {
        return new Form.Field(name, label, "", input, required, value);
    }

    /// What the file asks for besides the topic, which every session has.
    static List<Setting> settings(Protocol protocol) {
        return protocol.settings().stream()
                .filter(setting -> !setting.name().equals(Session.TOPIC))
                .toList();
    }

    /// The roles for which the facilitator names somebody.
    static List<Role> namedRoles(Protocol protocol) {
        return protocol.roles().stream().filter(Role::isNamed).toList();
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
}
