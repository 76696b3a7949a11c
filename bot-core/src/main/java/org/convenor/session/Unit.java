package org.convenor.session;

import org.convenor.chat.MemberId;

/// Who answers or speaks as one: a person, a whole district team, or a group.
///
/// @param key `m:` and a member id, `t:` and a team id, or `g:` and a group id; used as a map key
///   in stored state
public record Unit(String key) implements Comparable<Unit> {
    public Unit {
        if (!key.startsWith("m:") && !key.startsWith("t:") && !key.startsWith("g:")) {
            throw new IllegalArgumentException("no member, team or group: " + key);
        }
    }

    public static Unit of(MemberId member) {
        return new Unit("m:" + member.value());
    }

    /// @param team id of the district team
    public static Unit ofTeam(String team) {
        return new Unit("t:" + team);
    }

    /// @param id of the group, unique in its session
    public static Unit ofGroup(int id) {
        return new Unit("g:" + id);
    }

    public boolean isGroup() {
        return key.startsWith("g:");
    }

    /// The group's id.
    ///
    /// @throws NumberFormatException if this is no group
    public int groupId() {
        return Integer.parseInt(id());
    }

    /// Whether more than one person may be behind it.
    public boolean isCollective() {
        return isTeam() || isGroup();
    }

    public boolean isTeam() {
        return key.startsWith("t:");
    }

    /// The member's, the team's or the group's id.
    public String id() {
        return key.substring(2);
    }

    /// Whether somebody speaks for this person or team; who speaks for a group knows [Session].
    boolean includes(Seat seat) {
        return id().equals(isTeam() ? seat.team() : seat.member().value());
    }

    @Override
    public int compareTo(Unit other) {
        return key.compareTo(other.key);
    }
}
