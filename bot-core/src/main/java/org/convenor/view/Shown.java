package org.convenor.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.session.Asking;
import org.convenor.session.Given;
import org.convenor.session.Questions;
import org.convenor.session.Session;
import org.convenor.session.Track;

/// Which answers a step shows: those of the latest pass, unless it says all.
public final class Shown {
    private Shown() {}

    /// The answers to a question at one time.
    record Answers(Step.Ask ask, Asking asking) {}

    static List<Answers> of(Session session, Track track, Show show) {
        var all = of(session, show.saved());
        if (show.all()) {
            return all;
        }
        boolean isChanged = all.stream().anyMatch(answers -> answers.ask().changes() != null);
        return isChanged ? newest(session, all) : latest(track, all);
    }

    /// Everything that was saved under a name, question by question and pass by pass.
    static List<Answers> of(Session session, String saved) {
        return Questions.savedAs(session, saved).stream()
                .flatMap(ask -> of(session, ask).stream())
                .toList();
    }

    /// What stands in the end of what was saved under a name: where one text replaces another, what
    /// was written last; everything otherwise.
    static List<Answers> standing(Session session, String saved) {
        var all = of(session, saved);
        boolean isChanged = all.stream().anyMatch(answers -> answers.ask().changes() != null);
        return isChanged ? newest(session, all) : all;
    }

    /// Every time a question was answered.
    static List<Answers> of(Session session, Step.Ask ask) {
        return Questions.askings(session, ask.title()).stream()
                .map(asking -> new Answers(ask, asking))
                .toList();
    }

    /// Where one text replaces another, what was written last stands.
    private static List<Answers> newest(Session session, List<Answers> all) {
        return all.stream()
                .max(Comparator.comparingInt(answers -> visit(session, answers)))
                .map(List::of)
                .orElse(List.of());
    }

    private static int visit(Session session, Answers answers) {
        return session.given(answers.asking().key()).values().stream()
                .mapToInt(Given::visit)
                .max()
                .orElse(0);
    }

    /// Of each question the latest pass, as far as the track's own people have come; for people who
    /// are together, as far as any group has.
    private static List<Answers> latest(Track track, List<Answers> all) {
        var shown = new ArrayList<Answers>();
        for (var title : titles(all)) {
            var ofTitle =
                    all.stream().filter(one -> one.asking().question().equals(title)).toList();
            var own = ofTitle.stream().filter(one -> isOf(track, one.asking())).toList();
            var among = own.isEmpty() ? ofTitle : own;
            var last = among.getLast().asking().passes();
            ofTitle.stream().filter(one -> one.asking().passes().equals(last)).forEach(shown::add);
        }
        return shown;
    }

    private static Set<String> titles(List<Answers> all) {
        var titles = new TreeSet<String>();
        all.forEach(answers -> titles.add(answers.asking().question()));
        return titles;
    }

    private static boolean isOf(Track track, Asking asking) {
        return track.group() == 0 || asking.group() == track.group() || asking.group() == 0;
    }

    /// Keys of all askings whose words a step may need on a track: what it shows, and what it asks.
    static List<String> keys(Session session, Track track) {
        var step = session.stepOf(track);
        var show = step.show();
        var shown = show == null ? List.<Answers>of() : of(session, track, show);
        var asked =
                Questions.all(session.mode(), step).stream()
                        .map(ask -> Questions.asking(track, ask.title()).key());
        var before = Latest.of(session, track).toList();
        return Stream.of(
                        shown.stream().map(answers -> answers.asking().key()),
                        before.stream().map(answers -> answers.asking().key()),
                        asked,
                        cards(session, step),
                        cardsBehind(session, shown),
                        cardsBehind(session, before))
                .flatMap(keys -> keys)
                .distinct()
                .toList();
    }

    /// What is chosen from, dealt or sorted.
    static Stream<String> cards(Session session, Step step) {
        var saved =
                switch (step) {
                    case Step.Decide decide -> decide.from();
                    case Step.Deal deal -> deal.cards();
                    case Step.Sort sort -> sort.cards();
                    case Step.Say _,
                            Step.Ask _,
                            Step.Display _,
                            Step.Turn _,
                            Step.Talk _,
                            Step.Quiet _,
                            Step.Round _,
                            Step.Keep _,
                            Step.Group _,
                            Step.Swap _,
                            Step.Repeat _,
                            Step.When _,
                            Step.Stop _ ->
                            null;
                };
        return saved == null
                ? Stream.empty()
                : of(session, saved).stream().map(answers -> answers.asking().key());
    }

    /// Keys of the words behind the result of an asking: the reasons, and the cards it is about.
    public static Set<String> behind(Session session, String key) {
        var asking = Asking.parse(key);
        var shown =
                Questions.named(session, asking.question()).stream()
                        .map(ask -> new Answers(ask, asking))
                        .toList();
        return Stream.concat(Stream.of(key), cardsBehind(session, shown))
                .collect(Collectors.toSet());
    }

    /// What is shown of a decision about cards needs the words of the cards.
    static Stream<String> cardsBehind(Session session, List<Answers> shown) {
        return shown.stream()
                .flatMap(answers ->
                        session.protocol().steps().stream()
                                .filter(step -> step.title().equals(answers.ask().title()))
                                .flatMap(step -> cards(session, step)));
    }
}
