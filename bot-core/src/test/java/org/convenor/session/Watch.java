package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;

/// Looks at every decision of one session for what must never happen.
final class Watch {
    private final Set<String> saidKeys = new HashSet<>();
    private final Map<Integer, String> numbers = new HashMap<>();
    private final Set<String> anonymous = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    /// What came up so far, in short words.
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    void changesNothing(Session before, Decision decision) {
        assertThat(decision.session()).isEqualTo(before);
        assertThat(decision.effects()).isEmpty();
    }

    private void note(Decision decision) {
        var session = decision.session();
        seen.add(decision.verdict().getClass().getSimpleName());
        decision.effects().forEach(effect -> seen.add(effect.getClass().getSimpleName()));
        seen.add(session.main().stage().name());
        if (session.outcome() != null) {
            seen.add(session.outcome().name());
        }
        if (session.main().hold() != null) {
            seen.add(session.main().hold().reason().name());
        }
        if (session.main().progress() instanceof Progress.Speaking speaking) {
            seen.add(speaking.again() ? "asked once more" : "first time");
            seen.add(speaking.turnOver() ? "told that the time is up" : "in time");
        }
    }

    void see(Session before, SessionEvent event, Decision decision) {
        if (!(decision.verdict() instanceof Decision.Verdict.Accepted)) {
            changesNothing(before, decision);
        }
        note(decision);
        var after = decision.session();
        visitsOnlyIncrease(before, after);
        somethingIsDue(after);
        for (var effect : decision.effects()) {
            switch (effect) {
                case Effect.Say say -> assertThat(saidKeys.add(say.key())).as(say.key()).isTrue();
                case Effect.Store store -> isStoredOnce(after, store);
                case Effect.StoreAnonymous store ->
                        assertThat(anonymous.add(store.question() + given(before, after, store)))
                                .as("one anonymous answer each")
                                .isTrue();
                case Effect.Reveal reveal -> isRevealedInTime(before, event, after, reveal);
                case Effect.Whisper _, Effect.Keep _, Effect.Share _, Effect.PlanGroups _ -> {}
            }
        }
        opensWithOneLine(before, decision);
    }

    private static void visitsOnlyIncrease(Session before, Session after) {
        assertThat(after.lastVisit()).isGreaterThanOrEqualTo(before.lastVisit());
        assertThat(after.main().visit()).isBetween(before.main().visit(), after.lastVisit());
    }

    private static void somethingIsDue(Session session) {
        assertThat(session.dueAt() == null)
                .as("nothing is due: %s", session)
                .isEqualTo(session.isOver());
    }

    private static void opensWithOneLine(Session before, Decision decision) {
        var main = decision.session().main();
        if (main.visit() == before.main().visit()) {
            return;
        }
        assertThat(decision.effects())
                .filteredOn(effect ->
                        effect instanceof Effect.Say say && say.key().equals("v" + main.visit()))
                .hasSize(1);
    }

    private void isStoredOnce(Session after, Effect.Store store) {
        var question = store.question();
        if (question == null) {
            assertThat(numbers.put(store.first(), "words")).isNull();
            seen.add(store.late() ? "late words" : "words");
            return;
        }
        var entry =
                after.given(question).entrySet().stream()
                        .filter(given -> given.getValue().first() == store.first())
                        .toList();
        assertThat(entry).hasSize(1);
        var owner = question + "/" + entry.getFirst().getKey();
        seen.add(numbers.containsKey(store.first()) ? "changed answer" : "answer");
        seen.add(store.late() ? "after the reveal" : "before the reveal");
        for (int field = 0; field < entry.getFirst().getValue().fields(); field++) {
            assertThat(numbers.merge(store.first() + field, owner, Watch::same)).isEqualTo(owner);
        }
        assertThat(numbers.entrySet())
                .filteredOn(number -> number.getValue().equals(owner))
                .hasSize(entry.getFirst().getValue().fields());
        var ask = ask(after, question);
        boolean opensLater =
                ask.reveal() == Reveal.TOGETHER
                        || ask.reveal() == Reveal.TO_THE_OWN_TEAM
                        || ask.reveal() == Reveal.NEVER;
        if (opensLater && !after.revealed().contains(question)) {
            assertThat(store.out()).as("hidden: %s", question).isFalse();
        }
        if (store.out() && opensLater) {
            assertThat(store.late()).as("given after the others were out").isTrue();
        }
    }

    private static String same(String old, String next) {
        return old.equals(next) ? old : "two owners";
    }

    private static String given(Session before, Session after, Effect.StoreAnonymous store) {
        var fresh = new HashSet<>(after.given(store.question()).keySet());
        fresh.removeAll(before.given(store.question()).keySet());
        assertThat(fresh).hasSize(1);
        return fresh.iterator().next();
    }

    private static void isRevealedInTime(
            Session before, SessionEvent event, Session after, Effect.Reveal reveal) {
        assertThat(before.revealed()).doesNotContain(reveal.question());
        assertThat(after.revealed()).contains(reveal.question());
        var ask = ask(after, reveal.question());
        assertThat(ask.reveal()).isNotEqualTo(Reveal.NEVER);
        if (ask.names() == Names.ANONYMOUS) {
            assertThat(after.given(reveal.question())).hasSizeGreaterThanOrEqualTo(5);
        }
        boolean closes =
                after.past().stream()
                        .skip(before.past().size())
                        .map(past -> after.protocol().steps().get(past.step()))
                        .anyMatch(step -> Questions.all(after.mode(), step).contains(ask));
        assertThat(ask.before() ? event instanceof SessionEvent.Begun : closes).isTrue();
        assertThat(event)
                .isNotInstanceOfAny(
                        SessionEvent.WentBack.class,
                        SessionEvent.Stopped.class,
                        SessionEvent.Reopened.class,
                        SessionEvent.Paused.class,
                        SessionEvent.Extended.class,
                        SessionEvent.TookOver.class,
                        SessionEvent.NeedsTime.class,
                        SessionEvent.LetThemFinish.class,
                        SessionEvent.Slept.class);
    }

    private static Step.Ask ask(Session session, String question) {
        return session.protocol().steps().stream()
                .flatMap(step -> Questions.all(session.mode(), step).stream())
                .filter(ask -> ask.title().equals(question))
                .findFirst()
                .orElseThrow();
    }
}
