package org.convenor.session;

/// Who may read something once it is out. The author always may.
///
/// @param key `all`, `facilitators`, `author`, `role:` and a role, `team:` and a team id, or
///   `group:` and a group id; stored as it stands
public record Audience(String key) {
    public static final Audience ALL = new Audience("all");
    public static final Audience FACILITATORS = new Audience("facilitators");
    public static final Audience AUTHOR = new Audience("author");

    public static Audience role(String role) {
        return new Audience("role:" + role);
    }

    public static Audience team(String team) {
        return new Audience("team:" + team);
    }

    /// @param id of the group, unique in its session
    public static Audience group(int id) {
        return new Audience("group:" + id);
    }
}
