package org.convenor.protocols;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.convenor.protocol.Mode;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Role;
import org.convenor.protocol.Setting;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Everything a file says before its steps.
record Header(
        Section section,
        String id,
        List<String> aliases,
        int version,
        String name,
        String purpose,
        @Nullable String credit,
        @Nullable Duration announced,
        PeopleRange people,
        List<Role> roles,
        Set<Mode> modes,
        List<Setting> settings) {
    Protocol with(List<Step> steps) {
        return new Protocol(
                id, aliases, version, name, purpose, credit, announced, people, roles, modes,
                settings, steps);
    }

    boolean live() {
        return modes.contains(Mode.LIVE);
    }

    boolean async() {
        return modes.contains(Mode.ASYNC);
    }

    @Nullable Role role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst().orElse(null);
    }
}
