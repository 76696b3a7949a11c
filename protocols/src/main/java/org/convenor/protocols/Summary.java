package org.convenor.protocols;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Mode;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/// Tells a protocol in one line.
final class Summary {
    private Summary() {}

    /// For example: Tuning a plan with critical friends. 5 to 12 people, 53 min live or 13 days.
    static String of(Protocol protocol) {
        return protocol.name() + ". " + facts(protocol);
    }

    /// The same without its name.
    static String facts(Protocol protocol) {
        List<String> facts = new ArrayList<>();
        String people = people(protocol.people());
        if (people != null) {
            facts.add(people);
        }
        facts.add(lengths(protocol));
        return String.join(", ", facts) + ".";
    }

    private static @Nullable String people(PeopleRange people) {
        String size = range(people.least(), people.most(), "people");
        return size != null ? size : range(people.leastTeams(), people.mostTeams(), "teams");
    }

    private static @Nullable String range(
            @Nullable Integer least, @Nullable Integer most, String things) {
        if (least == null) {
            return null;
        }
        if (most == null) {
            return "%d or more %s".formatted(least, things);
        }
        return least.equals(most)
                ? "%d %s".formatted(least, things)
                : "%d to %d %s".formatted(least, most, things);
    }

    private static String lengths(Protocol protocol) {
        List<String> lengths = new ArrayList<>();
        if (protocol.modes().contains(Mode.LIVE)) {
            lengths.add(
                    Wording.range(protocol.shortest().live(), protocol.longest().live()) + " live");
        }
        if (protocol.modes().contains(Mode.ASYNC)) {
            lengths.add("up to " + Wording.counted(protocol.longest().days(), "working day"));
        }
        return Wording.anyOf(lengths);
    }
}
