package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// The people a step speaks of.
///
/// @param scope who is meant
/// @param role the role, for [Scope#ROLE]; otherwise null
/// @param first role that goes first in an order, or null
/// @param last role that goes last in an order, or null
public record Who(
        Scope scope, @Nullable String role, @Nullable String first, @Nullable String last) {
    public static final Who EVERYONE = new Who(Scope.EVERYONE, null, null, null);
    public static final Who EACH_TEAM = new Who(Scope.EACH_TEAM, null, null, null);

    /// Who is meant.
    public enum Scope {
        EVERYONE,
        /// The holders of one role. A team that holds a role answers and speaks as one.
        ROLE,
        /// Every district team, each answering as one.
        EACH_TEAM
    }

    public Who {
        if ((scope == Scope.ROLE) == (role == null)) {
            throw new IllegalArgumentException("a role belongs to the scope ROLE, and to no other");
        }
    }

    public static Who role(String role) {
        return new Who(Scope.ROLE, role, null, null);
    }
}
