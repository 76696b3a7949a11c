package org.convenor.session;

import java.util.List;
import org.convenor.chat.Line;

/// What follows from an event.
///
/// @param session the next state; the same instance if nothing changed
public record Decision(Session session, List<Effect> effects, Verdict verdict) {
    public Decision {
        effects = List.copyOf(effects);
    }

    /// How the person who acted is answered.
    public sealed interface Verdict {
        record Accepted() implements Verdict {}

        /// The moment it was meant for has passed.
        record Moved() implements Verdict {}

        /// It cannot be done now.
        ///
        /// @param line template of the problem: `problem.x.what`, `.meaning` and `.remedy` stand in
        ///   the bundle
        record Refused(Line line) implements Verdict {}
    }

    /// Whether it asks for anything to be written down.
    ///
    /// @param before the state it was made on
    public boolean changes(Session before) {
        return !effects.isEmpty() || !session.equals(before);
    }

    /// Whether a step begins: what everybody should see at once.
    public boolean opensStep() {
        return effects.stream().anyMatch(Effect.Say.class::isInstance);
    }

    /// Whether somebody has to work out who is with whom.
    public boolean asksForGroups() {
        return effects.stream().anyMatch(Effect.PlanGroups.class::isInstance);
    }

    static Decision unchanged(Session session) {
        return new Decision(session, List.of(), new Verdict.Accepted());
    }

    static Decision moved(Session session) {
        return new Decision(session, List.of(), new Verdict.Moved());
    }

    static Decision refused(Session session, Line problem) {
        return new Decision(session, List.of(), new Verdict.Refused(problem));
    }
}
