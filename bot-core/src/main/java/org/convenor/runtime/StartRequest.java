package org.convenor.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.people.Member;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Role;
import org.convenor.protocol.Setting;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Unit;
import org.convenor.view.Bundle;
import org.convenor.view.Legible;
import org.jspecify.annotations.Nullable;

/// What was typed into the form of a start, read and checked.
final class StartRequest {
    final Map<String, String> errors = new TreeMap<>();
    final Map<String, List<Unit>> roles = new LinkedHashMap<>();
    final List<String> settingNames = new ArrayList<>();
    final List<String> settingTexts = new ArrayList<>();
    final Mode mode;
    private final Map<String, String> values;
    private final List<Member> members;
    private final Bundle bundle;

    StartRequest(
            Bundle bundle, Protocol protocol, List<Member> members, Map<String, String> values) {
        this.bundle = bundle;
        this.values = values;
        this.members = members;
        this.mode = mode(protocol);
        setting(StartForm.TOPIC, Session.TOPIC, true, "start.required", StartForm.LONGEST_TOPIC);
        StartForm.settings(protocol).forEach(this::setting);
        for (var role : StartForm.namedRoles(protocol)) {
            role(role);
        }
    }

    private Mode mode(Protocol protocol) {
        if (protocol.modes().size() == 1) {
            return protocol.modes().iterator().next();
        }
        var picked = values.getOrDefault(StartForm.MODE, Mode.LIVE.name()).strip();
        if (picked.equals(Mode.LIVE.name()) || picked.isEmpty()) {
            return Mode.LIVE;
        }
        if (!picked.equals(Mode.ASYNC.name())) {
            errors.put(StartForm.MODE, bundle.text("start.no-mode"));
        }
        return Mode.ASYNC;
    }

    private void setting(Setting setting) {
        var field = StartForm.field(setting);
        if (setting.options().isEmpty()) {
            setting(
                    field,
                    setting.name(),
                    setting.required(),
                    "form.required",
                    StartForm.LONGEST_TOPIC);
            return;
        }
        var text =
                setting(
                        field,
                        setting.name(),
                        setting.required(),
                        "form.required",
                        StartForm.LONGEST_LIST);
        text.lines()
                .filter(option -> option.strip().length() > StartForm.LONGEST_OPTION)
                .findFirst()
                .ifPresent(option ->
                        errors.put(
                                field, tooLong(option.strip().length(), StartForm.LONGEST_OPTION)));
    }

    private String setting(String field, String name, boolean required, String message, int most) {
        var text = Legible.words(values.getOrDefault(field, ""));
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty() && required) {
            errors.put(field, bundle.text(message));
        } else if (length > most) {
            errors.put(field, tooLong(length, most));
        }
        settingNames.add(name);
        settingTexts.add(text);
        return text;
    }

    private String tooLong(int length, int most) {
        return bundle.text("form.too-long", Map.of("length", length, "most", most));
    }

    private void role(Role role) {
        var field = StartForm.field(role);
        var picked = values.getOrDefault(field, "").lines().map(String::strip).distinct().toList();
        boolean known =
                StartForm.holders(bundle, role, members).stream()
                        .map(Form.Option::value)
                        .toList()
                        .containsAll(picked);
        if (known && !picked.isEmpty() && picked.size() <= Replacing.most(role)) {
            roles.put(role.name(), picked.stream().map(Unit::new).toList());
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
        return roles.values().stream().anyMatch(units -> units.contains(Unit.of(member.id())));
    }

    Set<MemberId> coFacilitators(@Nullable MemberId starter) {
        var picked =
                List.of(values.getOrDefault(StartForm.CO_FACILITATORS, "").strip().split("\n"));
        return members.stream()
                .map(Member::id)
                .filter(id -> picked.contains(id.value()) && !id.equals(starter))
                .collect(Collectors.toUnmodifiableSet());
    }
}
