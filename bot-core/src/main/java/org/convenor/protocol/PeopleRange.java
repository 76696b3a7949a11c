package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// For how many a protocol is made. Null where the file does not say.
///
/// @param least fewest people
/// @param most most people
/// @param leastTeams fewest district teams
/// @param mostTeams most district teams
/// @param leastEach fewest people in each team
/// @param mostEach most people in each team
public record PeopleRange(
        @Nullable Integer least,
        @Nullable Integer most,
        @Nullable Integer leastTeams,
        @Nullable Integer mostTeams,
        @Nullable Integer leastEach,
        @Nullable Integer mostEach) {
    public static PeopleRange size(int least, @Nullable Integer most) {
        return new PeopleRange(least, most, null, null, null, null);
    }
}
