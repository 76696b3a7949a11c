package org.convenor.store;

import java.util.Set;
import java.util.TreeSet;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.session.Session;

/// Sessions stored in format 1, whose protocols had no repeats: what was kept followed from how far
/// they came.
final class FormatOne {
    private FormatOne() {}

    static SessionState upgraded(SessionState state, Protocol protocol) {
        return state.kept(kept(state, protocol));
    }

    private static Set<Integer> kept(SessionState state, Protocol protocol) {
        var kept = new TreeSet<Integer>();
        for (int index = 0; index < reached(state, protocol); index++) {
            if (protocol.steps().get(index) instanceof Step.Keep) {
                kept.add(index);
            }
        }
        return kept;
    }

    private static int reached(SessionState state, Protocol protocol) {
        if (state.outcome() == Session.Outcome.FINISHED) {
            return protocol.steps().size();
        }
        int reached = 0;
        for (var track : state.tracks().values()) {
            reached = track.id() == Session.MAIN ? track.step() : reached;
        }
        for (var past : state.past()) {
            reached = Math.max(reached, past.step());
        }
        return Math.min(reached, protocol.steps().size());
    }
}
