package org.convenor.rehearsal;

import java.util.ArrayList;
import java.util.Random;
import org.convenor.chat.ProblemException;
import org.convenor.protocol.Headcount;
import org.convenor.protocol.Protocol;

/// As many people and teams as a protocol is made for.
final class AnyTurnout {
    private static final int MOST_PEOPLE = 12;

    private AnyTurnout() {}

    static Turnout of(Protocol protocol, Random random) {
        var all = new ArrayList<Turnout>();
        var range = Headcount.of(protocol.people());
        for (int people = range.least(); people <= Math.max(range.least(), MOST_PEOPLE); people++) {
            for (int teams = 1; teams <= people; teams++) {
                var turnout = new Turnout(people, teams);
                if (fits(turnout, protocol)) {
                    all.add(turnout);
                }
            }
        }
        return all.isEmpty() ? Turnout.usual(protocol) : all.get(random.nextInt(all.size()));
    }

    private static boolean fits(Turnout turnout, Protocol protocol) {
        try {
            turnout.demandFits(protocol);
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }
}
