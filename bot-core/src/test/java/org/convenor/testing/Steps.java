package org.convenor.testing;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.protocol.Window;
import org.jspecify.annotations.Nullable;

/// Steps with the attributes a file would have if it named none; the `with…` methods change one.
public final class Steps {
    private Steps() {}

    /// So many minutes live, and so many working days async.
    public static Timing minutes(long live, int days) {
        return new Timing(Duration.ofMinutes(live), Window.ofDays(days));
    }

    /// No time of its own async.
    public static Timing liveOnly(long minutes) {
        return new Timing(Duration.ofMinutes(minutes), null);
    }

    /// No time of its own live.
    public static Timing asyncOnly(int days) {
        return new Timing(null, Window.ofDays(days));
    }

    public static Heading heading(String title, Timing timing) {
        return new Heading(title, title + ".", null, timing);
    }

    public static Step.Say say(String title, Timing timing) {
        return new Step.Say(heading(title, timing));
    }

    public static Step.Quiet quiet(String title, Timing timing) {
        return new Step.Quiet(heading(title, timing), null);
    }

    public static Step.Display show(String title, String saved, Timing timing) {
        return new Step.Display(heading(title, timing), new Show(saved, null, false));
    }

    public static Step.Keep keep(String title, String saved, Becomes becomes) {
        return new Step.Keep(heading(title, Timing.NONE), List.of(saved), becomes);
    }

    public static Step.Turn turn(String title, Who who, @Nullable String listening, Timing timing) {
        return new Step.Turn(heading(title, timing), who, listening, null, Until.TIME, null);
    }

    public static Step.Talk talk(String title, Who who, @Nullable String listening, Timing timing) {
        return new Step.Talk(heading(title, timing), who, listening, null, null, Until.TIME, null);
    }

    public static Step.Talk until(Step.Talk talk, Until until, @Nullable String endedEarlyBy) {
        return new Step.Talk(
                talk.heading(),
                talk.who(),
                talk.listening(),
                talk.show(),
                talk.meanwhile(),
                until,
                endedEarlyBy);
    }

    /// A round, one after another.
    public static Step.Round round(String title, Who who, @Nullable Duration each, Timing timing) {
        return new Step.Round(
                heading(title, timing),
                who,
                null,
                null,
                each,
                true,
                false,
                Reveal.AS_THEY_ARRIVE,
                null,
                Until.USUAL,
                null);
    }

    public static Step.Round atOnce(Step.Round round, Reveal reveal) {
        return new Step.Round(
                round.heading(),
                round.who(),
                round.listening(),
                round.show(),
                round.each(),
                round.mayPass(),
                true,
                reveal,
                round.meanwhile(),
                round.until(),
                round.endedEarlyBy());
    }

    public static Step.Round meanwhile(Step.Round round, Step.Ask ask) {
        return new Step.Round(
                round.heading(),
                round.who(),
                round.listening(),
                round.show(),
                round.each(),
                round.mayPass(),
                round.atOnce(),
                round.reveal(),
                ask,
                round.until(),
                round.endedEarlyBy());
    }

    /// A question with one text field, open to read as answers arrive.
    public static Step.Ask ask(String title, Who who, Timing timing) {
        return new Step.Ask(
                heading(title, timing),
                who,
                Answer.of(new Answer.Kind.Text()),
                null,
                null,
                Reveal.AS_THEY_ARRIVE,
                Names.SHOWN,
                Until.USUAL,
                false,
                true);
    }

    public static Step.Ask fields(Step.Ask ask, String... names) {
        return answer(
                ask,
                Stream.of(names)
                        .map(name -> new Answer.Field(name, new Answer.Kind.Text()))
                        .toList());
    }

    public static Step.Ask answer(Step.Ask ask, List<Answer.Field> fields) {
        return new Step.Ask(
                ask.heading(),
                ask.who(),
                new Answer(fields),
                ask.show(),
                ask.saveAs(),
                ask.reveal(),
                ask.names(),
                ask.until(),
                ask.before(),
                ask.mayPass());
    }

    public static Step.Ask saved(Step.Ask ask, String name) {
        return new Step.Ask(
                ask.heading(),
                ask.who(),
                ask.answer(),
                ask.show(),
                name,
                ask.reveal(),
                ask.names(),
                ask.until(),
                ask.before(),
                ask.mayPass());
    }

    public static Step.Ask reveal(Step.Ask ask, Reveal reveal, Names names) {
        return new Step.Ask(
                ask.heading(),
                ask.who(),
                ask.answer(),
                ask.show(),
                ask.saveAs(),
                reveal,
                names,
                ask.until(),
                ask.before(),
                ask.mayPass());
    }

    public static Step.Ask until(Step.Ask ask, Until until) {
        return new Step.Ask(
                ask.heading(),
                ask.who(),
                ask.answer(),
                ask.show(),
                ask.saveAs(),
                ask.reveal(),
                ask.names(),
                until,
                ask.before(),
                ask.mayPass());
    }

    public static Step.Ask before(Step.Ask ask) {
        return new Step.Ask(
                ask.heading(),
                ask.who(),
                ask.answer(),
                ask.show(),
                ask.saveAs(),
                ask.reveal(),
                ask.names(),
                ask.until(),
                true,
                ask.mayPass());
    }
}
