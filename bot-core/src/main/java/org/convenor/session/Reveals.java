package org.convenor.session;

import java.util.List;
import java.util.stream.IntStream;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;

/// Lets answers out when their moment has come, to those they are meant for.
final class Reveals {
    private Reveals() {}

    /// Anonymous answers never are: the moment one arrives would tell whose it is.
    static boolean isOutAtOnce(Step.Ask ask) {
        return ask.names() != Names.ANONYMOUS
                && switch (ask.reveal()) {
                    case AS_THEY_ARRIVE, TO_THE_PRESENTER, TO_FACILITATORS -> true;
                    case TOGETHER, TO_THE_OWN_TEAM, TO_THE_OWN_GROUP, TO_THE_NEXT_GROUP, NEVER ->
                            false;
                };
    }

    /// Lets the answers of a question out, if closing it does that.
    static void close(Transition transition, Track track, Step.Ask ask) {
        var asking = Questions.asking(track, ask.title());
        boolean waitsForOthers =
                track.group() > 0 && ask.who().isCollective() && ask.reveal() == Reveal.TOGETHER;
        if (!waitsForOthers && opensAtClose(ask, asking)) {
            open(transition, ask, asking, track.visit());
        }
    }

    private static boolean opensAtClose(Step.Ask ask, Asking asking) {
        return switch (ask.reveal()) {
            case NEVER, TO_THE_NEXT_GROUP -> false;
            case TO_THE_OWN_GROUP -> asking.group() > 0;
            case AS_THEY_ARRIVE, TOGETHER, TO_THE_PRESENTER, TO_THE_OWN_TEAM, TO_FACILITATORS ->
                    !isOutAtOnce(ask);
        };
    }

    /// @param visit the one that ends
    private static void open(Transition transition, Step.Ask ask, Asking asking, int visit) {
        var session = transition.session();
        if (mayOpen(session, ask, asking.key(), visit)) {
            transition.become(session.reveal(asking.key()));
            transition.emit(new Effect.Reveal(asking.key()));
        }
    }

    /// Anonymous answers come out only in company: also those that were added after the others.
    private static boolean mayOpen(Session session, Step.Ask ask, String asking, int visit) {
        boolean isOut = session.revealed().contains(asking);
        if (ask.names() != Names.ANONYMOUS) {
            return !isOut;
        }
        long fresh =
                session.given(asking).values().stream()
                        .filter(given -> !isOut || (given.afterReveal() && given.visit() == visit))
                        .count();
        return fresh >= Questions.FEWEST_ANONYMOUS;
    }

    /// The groups of a track meet: what each of them answered as one comes out together.
    static void openOfGroups(Transition transition, Track parent) {
        for (var ask : questions(transition.session(), Reveal.TOGETHER)) {
            for (var asking : Questions.askings(transition.session(), ask.title())) {
                var group = transition.session().groups().get(asking.group());
                if (ask.who().isCollective() && group != null && group.track() == parent.id()) {
                    open(transition, ask, asking, parent.visit());
                }
            }
        }
    }

    /// New groups were formed: each may read what its people were promised to share with it. Once:
    /// what was shared with two is not shared with four.
    static void shareWith(Transition transition, List<Group> groups) {
        for (var ask : questions(transition.session(), Reveal.TO_THE_NEXT_GROUP)) {
            Questions.askings(transition.session(), ask.title())
                    .forEach(asking -> shareWith(transition, groups, asking));
        }
    }

    private static List<Step.Ask> questions(Session session, Reveal reveal) {
        return session.protocol().steps().stream()
                .flatMap(step -> Questions.all(session.mode(), step).stream())
                .filter(ask -> ask.reveal() == reveal)
                .toList();
    }

    /// What nobody of these groups wrote waits for groups of those who did.
    private static void shareWith(Transition transition, List<Group> groups, Asking asking) {
        if (transition.session().revealed().contains(asking.key())) {
            return;
        }
        boolean isShared = false;
        for (var group : groups) {
            isShared |= share(transition, group, asking);
        }
        if (isShared) {
            transition.become(transition.session().reveal(asking.key()));
        }
    }

    private static boolean share(Transition transition, Group group, Asking asking) {
        var numbers =
                transition.session().given(asking.key()).values().stream()
                        .filter(given -> given.by() != null && given.first() > 0)
                        .filter(given -> group.members().contains(given.by()))
                        .flatMap(given ->
                                IntStream.range(given.first(), given.first() + given.fields())
                                        .boxed())
                        .toList();
        if (!numbers.isEmpty()) {
            transition.emit(new Effect.Share(numbers, Audience.group(group.id())));
        }
        return !numbers.isEmpty();
    }
}
