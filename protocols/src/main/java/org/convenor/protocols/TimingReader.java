package org.convenor.protocols;

import java.time.Duration;
import java.util.Set;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Window;
import org.jspecify.annotations.Nullable;

/// Reads how long a step takes at each speed.
final class TimingReader {
    /// Kinds that may leave out their async window: people read them together with the next step.
    private static final Set<String> FOLDED = Set.of("say", "show", "quiet", "group");

    private final Header header;

    TimingReader(Header header) {
        this.header = header;
    }

    Timing read(Section step, String kind, boolean before) {
        if (Keys.isFrame(kind)) {
            return Timing.NONE;
        }
        if (kind.equals("keep")) {
            return new Timing(live(step), async(step));
        }
        boolean eachIsAll = kind.equals("turn") && step.has("each");
        if (header.live() && step.lacks("live") && !before && !eachIsAll) {
            step.error(
                    step.line(),
                    "It does not say how long it takes live. Add “live: 5 min”, or “live: none” if it takes no time of its own.");
        }
        if (header.async() && step.lacks("async") && !FOLDED.contains(kind)) {
            step.error(
                    step.line(),
                    "It does not say how long it takes over days. Add “async: 1 day”, or “async: none” to leave it out there.");
        }
        if (eachIsAll && step.has("live")) {
            step.error(
                    "each",
                    "A turn is one person's, so “each” and “live” say the same. Keep “live”.");
        }
        return new Timing(eachIsAll && !step.has("live") ? each(step) : live(step), async(step));
    }

    static @Nullable Duration each(Section step) {
        Duration each = step.<@Nullable Duration>read("each", null, Length::live);
        if (each == null
                && step.node("each") instanceof Node.Words(int _, String words)
                && Section.small(words).equals("none")) {
            step.error(
                    "each",
                    "“each: none” gives nobody any time. Write for example “each: 30 sec”, or delete the line.");
        }
        return each;
    }

    private static @Nullable Duration live(Section step) {
        return step.<@Nullable Duration>read("live", null, Length::live);
    }

    private static @Nullable Window async(Section step) {
        return step.<@Nullable Window>read("async", null, Length::async);
    }

    /// A step beside another has no time of its own.
    static Timing beside(Section step, String other) {
        for (String key : new String[] {"live", "async"}) {
            if (step.has(key)) {
                step.error(
                        key,
                        "This runs beside %s and has the same time. Delete this line."
                                .formatted(Wording.quoted(other)));
            }
        }
        return Timing.NONE;
    }
}
