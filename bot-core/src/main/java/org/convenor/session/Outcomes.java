package org.convenor.session;

import java.util.stream.Stream;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Step;

/// Says what came of a decision, of rating or of sorting when it closes, to those who may know.
final class Outcomes {
    private Outcomes() {}

    static void tell(Transition transition, Track track, Step step) {
        boolean isCounted =
                step instanceof Step.Decide
                        || step instanceof Step.Deal
                        || step instanceof Step.Sort;
        var ask = Questions.main(transition.session().mode(), step);
        if (!isCounted || ask == null) {
            return;
        }
        var asking = Questions.asking(track, ask.title());
        if (transition.session().given(asking.key()).isEmpty()) {
            return;
        }
        var line =
                Transition.line("step.result", track.step())
                        .with("asking", new Arg.Label(asking.key()));
        boolean isForAll = track.group() == 0 || ask.who().isCollective();
        switch (ask.reveal()) {
            case AS_THEY_ARRIVE, TOGETHER -> {
                if (isForAll) {
                    transition.say(track, "v" + track.visit() + ".result", line);
                } else {
                    whisper(transition, track, line, people(transition, track));
                }
            }
            case TO_THE_OWN_GROUP -> whisper(transition, track, line, people(transition, track));
            case TO_FACILITATORS ->
                    whisper(transition, track, line, Stream.of(transition.session().facilitator()));
            case TO_THE_PRESENTER ->
                    whisper(
                            transition,
                            track,
                            line,
                            Circle.ofRole(transition.session(), Circle.PRESENTER).stream()
                                    .flatMap(unit -> Circle.members(transition.session(), unit)));
            case TO_THE_OWN_TEAM, TO_THE_NEXT_GROUP, NEVER -> {}
        }
    }

    private static Stream<MemberId> people(Transition transition, Track track) {
        return transition.session().here(track).map(Seat::member);
    }

    private static void whisper(
            Transition transition, Track track, Line line, Stream<MemberId> members) {
        var key = "v" + track.visit() + ".result";
        members.toList().forEach(member -> transition.whisper(member, key, line));
    }
}
