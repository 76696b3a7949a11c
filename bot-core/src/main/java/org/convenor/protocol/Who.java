package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// The people a step speaks of: always among those of the track that is at the step.
///
/// @param scope who is meant
/// @param role the role, for [Scope#ROLE] and [Scope#ROLE_OF_PRESENTING]; otherwise null
/// @param first role that goes first in an order, or null
/// @param last role that goes last in an order, or null
/// @param decision title of the `decide` step, for [Scope#OBJECTORS]; otherwise null
public record Who(
        Scope scope,
        @Nullable String role,
        @Nullable String first,
        @Nullable String last,
        @Nullable String decision) {
    public static final Who EVERYONE = new Who(Scope.EVERYONE, null, null, null);
    public static final Who EACH_TEAM = new Who(Scope.EACH_TEAM, null, null, null);
    public static final Who EACH_GROUP = new Who(Scope.EACH_GROUP, null, null, null);
    public static final Who PRESENTING = new Who(Scope.PRESENTING, null, null, null);

    /// Who is meant.
    public enum Scope {
        EVERYONE,
        /// The holders of one role. A team that holds a role answers and speaks as one.
        ROLE,
        /// Every district team, each answering as one.
        EACH_TEAM,
        /// Every group, each answering as one: a track's own group, or, after people came together
        /// again, the groups they were in last.
        EACH_GROUP,
        /// Whose turn it is in the innermost `repeat: for each …`; a team or group as one.
        PRESENTING,
        /// The holders of a role among those whose turn it is.
        ROLE_OF_PRESENTING,
        /// All whose turn it is not, as the repeat names them: teams as one.
        OTHERS,
        /// All people whose turn it is not, each for themselves.
        EVERYONE_ELSE,
        /// Those who objected, or stayed below the middle, in the latest pass of a decision.
        OBJECTORS
    }

    public Who(Scope scope, @Nullable String role, @Nullable String first, @Nullable String last) {
        this(scope, role, first, last, null);
    }

    public Who {
        boolean takesRole = scope == Scope.ROLE || scope == Scope.ROLE_OF_PRESENTING;
        if (takesRole == (role == null)) {
            throw new IllegalArgumentException("a role belongs to roles, and to no other scope");
        }
        if ((scope == Scope.OBJECTORS) == (decision == null)) {
            throw new IllegalArgumentException("a decision belongs to OBJECTORS, and to no other");
        }
    }

    public static Who role(String role) {
        return new Who(Scope.ROLE, role, null, null);
    }

    public static Who roleOfPresenting(String role) {
        return new Who(Scope.ROLE_OF_PRESENTING, role, null, null);
    }

    public static Who objectorsTo(String decision) {
        return new Who(Scope.OBJECTORS, null, null, null, decision);
    }

    /// Whether a whole team or group answers as one.
    public boolean isCollective() {
        return scope == Scope.EACH_TEAM || scope == Scope.EACH_GROUP;
    }
}
