package org.convenor.view;

import java.util.List;
import java.util.stream.IntStream;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.session.Pass;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.jspecify.annotations.Nullable;

/// The steps as people count them: those that take time of their own at the session's speed. Work
/// before the session and what is only kept do not count.
public final class Itinerary {
    private Itinerary() {}

    /// How many steps people will go through.
    public static int total(Session session) {
        return Math.max(1, counted(session).size());
    }

    /// The one-based number of a step.
    ///
    /// @param step zero-based index in the protocol
    public static int number(Session session, int step) {
        long number = counted(session).stream().filter(index -> index <= step).count();
        return Math.toIntExact(Math.max(1, number));
    }

    /// Title of the step that follows, or null behind the last one. Where a repeat may have another
    /// pass, that is its first step.
    static @Nullable String titleAfter(Session session, Track track) {
        var steps = session.protocol().steps();
        for (var pass : track.passes().reversed()) {
            var body = Blocks.body(steps, pass.repeat());
            boolean isLast =
                    counted(session).stream()
                            .noneMatch(index -> index > track.step() && index < body.to());
            if (isLast && hasNext(steps.get(pass.repeat()), pass)) {
                return titleAfter(session, pass.repeat());
            }
        }
        return titleAfter(session, track.step());
    }

    private static boolean hasNext(Step repeat, Pass pass) {
        return repeat instanceof Step.Repeat(_, var times, _, _)
                && switch (times) {
                    case Times.Rounds(int number) -> pass.number() < number;
                    case Times.ForEach _ -> pass.number() < pass.turns().size();
                    case Times.UntilTrue(_, int most) -> pass.number() < most;
                };
    }

    /// Title of the first step that takes time behind another one.
    ///
    /// @param step zero-based index in the protocol; -1 for the beginning
    static @Nullable String titleAfter(Session session, int step) {
        return counted(session).stream()
                .filter(index -> index > step)
                .findFirst()
                .map(index -> session.protocol().steps().get(index).title())
                .orElse(null);
    }

    private static List<Integer> counted(Session session) {
        var steps = session.protocol().steps();
        return IntStream.range(0, steps.size())
                .filter(index -> takesTime(session.mode(), steps.get(index)))
                .boxed()
                .toList();
    }

    private static boolean takesTime(Mode mode, Step step) {
        var timing = step.heading().timing();
        boolean before = step instanceof Step.Ask ask && ask.before();
        boolean timed = mode == Mode.LIVE ? timing.live() != null : timing.async() != null;
        return timed && !before && !(step instanceof Step.Keep) && !Blocks.isFrame(step);
    }
}
