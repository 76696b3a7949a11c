package org.convenor.protocol;

/// Into what people are split.
///
/// @param size how many of them come together in one group: 2 for pairs; 0 where the kind says it
public record Grouping(Kind kind, int size) {
    public static final Grouping EVERYONE = new Grouping(Kind.EVERYONE, 0);
    public static final Grouping HOME_TEAMS = new Grouping(Kind.HOME_TEAMS, 0);

    /// What comes together.
    public enum Kind {
        /// So many people in each group.
        PEOPLE,
        /// So many whole district teams in each group.
        TEAMS,
        /// So many of the groups before.
        JOINED_GROUPS,
        /// Each district team by itself.
        HOME_TEAMS,
        /// All together again.
        EVERYONE
    }

    /// What happens with those who are left over.
    public enum Odd {
        /// Larger groups, if none becomes more than one too large; smaller ones otherwise.
        BALANCED,
        /// Some groups are larger.
        LARGER,
        /// Some groups are smaller.
        SMALLER,
        /// Whoever is left over waits with the facilitator; nobody twice before all did once.
        SIT_OUT
    }

    /// What somebody does who comes while the groups are at work.
    public enum Late {
        /// Joins the smallest group, or the one of their district team.
        SMALLEST_GROUP,
        /// Waits until people are grouped again.
        NEXT_ROUND
    }

    /// What makes two of them a bad match.
    public enum Avoid {
        /// They were in one group before in this session.
        MET_BEFORE,
        /// They are from the same district team.
        SAME_TEAM
    }

    /// What makes two of them a good match: one asked for what the other offers.
    ///
    /// @param needs name of the saved answers that say what somebody looks for
    /// @param offers name of the saved answers that say what somebody can show
    public record Match(String needs, String offers) {}
}
