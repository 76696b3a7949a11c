package org.convenor.protocols;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Method;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// What the steps read so far decide, and whether they make groups.
final class Past {
    /// @param step the decision
    record Decided(Step.Decide step, Place place) {
        /// Whether people can object in it.
        boolean objectable() {
            return step.method() == Method.CONSENT || step.method() == Method.FIST_TO_FIVE;
        }
    }

    private final List<Decided> decisions = new ArrayList<>();
    private boolean unread;
    private boolean grouped;

    void decided(Step.Decide step, Place place) {
        decisions.add(new Decided(step, place));
    }

    void grouped(Step.Group group) {
        grouped |=
                group.grouping().kind() != Grouping.Kind.EVERYONE
                        && group.grouping().kind() != Grouping.Kind.HOME_TEAMS;
    }

    /// A decision or group could not be read, so that nobody is blamed for speaking of it.
    void unread() {
        unread = true;
    }

    boolean hasUnread() {
        return unread;
    }

    /// Whether an earlier step makes groups other than the home teams.
    boolean hasGroups() {
        return grouped || unread;
    }

    boolean hasDecision(boolean objectable) {
        return decisions.stream().anyMatch(decided -> !objectable || decided.objectable());
    }

    /// The nearest earlier decision that people at this place took together, or null.
    ///
    /// @param objectable only one in which people can object
    @Nullable Decided latest(Place here, boolean objectable) {
        return decisions.reversed().stream()
                .filter(decided -> !objectable || decided.objectable())
                .filter(decided -> here.sees(decided.place()))
                .findFirst()
                .orElse(null);
    }
}
