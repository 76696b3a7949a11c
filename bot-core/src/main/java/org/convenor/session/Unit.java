package org.convenor.session;

import org.convenor.chat.MemberId;

/// Who answers or speaks as one: a person, or a whole district team.
///
/// @param key `m:` and a member id, or `t:` and a team id; used as a map key in stored state
public record Unit(String key) implements Comparable<Unit> {
    public Unit {
        if (!key.startsWith("m:") && !key.startsWith("t:")) {
            throw new IllegalArgumentException("neither a member nor a team: " + key);
        }
    }

    public static Unit of(MemberId member) {
        return new Unit("m:" + member.value());
    }

    /// @param team id of the district team
    public static Unit ofTeam(String team) {
        return new Unit("t:" + team);
    }

    public boolean isTeam() {
        return key.startsWith("t:");
    }

    /// The member's or the team's id.
    public String id() {
        return key.substring(2);
    }

    /// Whether somebody speaks for this unit.
    public boolean includes(Seat seat) {
        return id().equals(isTeam() ? seat.team() : seat.member().value());
    }

    @Override
    public int compareTo(Unit other) {
        return key.compareTo(other.key);
    }
}
