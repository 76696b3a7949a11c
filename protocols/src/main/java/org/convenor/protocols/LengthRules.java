package org.convenor.protocols;

import java.time.Duration;
import org.convenor.protocol.Extent;
import org.convenor.protocol.Protocol;

/// Rules about the length of a whole protocol.
final class LengthRules {
    /// A long day has about a hundred.
    private static final int MOST_MOMENTS = 1000;

    private final Header header;
    private final Protocol protocol;

    LengthRules(Header header, Protocol protocol) {
        this.header = header;
        this.protocol = protocol;
    }

    void check() {
        Extent shortest = protocol.shortest();
        Extent longest = protocol.longest();
        if (longest.moments() > MOST_MOMENTS) {
            header.section()
                    .error(
                            "steps",
                            "Repeated as often as this file allows, it has more than %,d moments, and nobody would see its end. Repeat less, or for fewer people."
                                    .formatted(MOST_MOMENTS));
        }
        if (header.live() && header.announced() != null) {
            announced(header.announced(), shortest.live(), longest.live());
        }
    }

    private void announced(Duration announced, Duration shortest, Duration longest) {
        if (shortest.compareTo(announced) > 0) {
            warn(
                    "The steps take %s%s live, longer than the announced %s. Shorten some, or announce more."
                            .formatted(
                                    shortest.equals(longest) ? "" : "at least ",
                                    Wording.length(shortest),
                                    Wording.length(announced)));
        } else if (longest.compareTo(announced) > 0) {
            warn(
                    "Repeated as often as this file allows, the steps take %s live, longer than the announced %s. Repeat less, or announce more."
                            .formatted(Wording.length(longest), Wording.length(announced)));
        }
    }

    private void warn(String sentence) {
        header.section().warning("announced length", sentence);
    }
}
