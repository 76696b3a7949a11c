package org.convenor.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A protocol as a facilitator wrote it. Immutable; a session keeps the one it started with.
///
/// @param id its file name without ending, for example `tuning`
/// @param aliases other names it answers to, for example `critical-friends`
/// @param version number of the file, 1 or more
/// @param name as people read it
/// @param credit who thought of it, or null
/// @param announced the live length the file announces, or null
/// @param steps in the order of the file, those inside a `repeat` or `when` right behind it: see
///   [Blocks]
public record Protocol(
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
        List<Setting> settings,
        List<Step> steps) {
    public Protocol {
        aliases = List.copyOf(aliases);
        roles = List.copyOf(roles);
        modes = Set.copyOf(modes);
        settings = List.copyOf(settings);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a protocol has at least one step");
        }
    }

    public @Nullable Role role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst().orElse(null);
    }

    /// The planned live length, at most. Questions before the session take none of it.
    public Duration liveLength() {
        return longest().live();
    }

    /// What it takes when every condition comes true at once, and as few are there as it is made
    /// for.
    public Extent shortest() {
        return Extents.shortest(this);
    }

    /// What it takes when every repetition is needed, and as many are there as it is made for;
    /// where it sets no bound, 30.
    public Extent longest() {
        return Extents.longest(this);
    }
}
