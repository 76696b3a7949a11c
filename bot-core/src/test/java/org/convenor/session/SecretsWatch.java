package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;

/// Looks at what people wrote in one session: it is kept once, and nobody reads it before its time.
final class SecretsWatch {
    private final Set<String> seen;
    private final Map<Integer, String> numbers = new HashMap<>();
    private final Set<String> anonymous = new HashSet<>();
    private final Set<Integer> shared = new HashSet<>();

    /// @param seen gets what came up, in short words
    SecretsWatch(Set<String> seen) {
        this.seen = seen;
    }

    void see(Session before, SessionEvent event, Decision decision) {
        var after = decision.session();
        for (var effect : decision.effects()) {
            switch (effect) {
                case Effect.Store store -> isStoredOnce(before, after, store);
                case Effect.StoreAnonymous store -> {
                    assertThat(anonymous.add(store.question() + given(before, after, store)))
                            .as("one anonymous answer each")
                            .isTrue();
                    assertThat(store.out()).isFalse();
                }
                case Effect.Reveal reveal -> isRevealedInTime(before, event, after, reveal);
                case Effect.Share share -> isSharedOnce(before, after, share);
                case Effect.Keep keep -> assertThat(keep.questions()).isNotEmpty();
                case Effect.Say _, Effect.Whisper _, Effect.PlanGroups _ -> {}
            }
        }
    }

    private void isStoredOnce(Session before, Session after, Effect.Store store) {
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
        int fields = entry.getFirst().getValue().fields();
        seen.add(numbers.containsKey(store.first()) ? "changed answer" : "answer");
        seen.add(store.late() ? "after the reveal" : "before the reveal");
        for (int field = 0; field < fields; field++) {
            int number = store.first() + field;
            assertThat(numbers.merge(number, owner, SecretsWatch::same)).isEqualTo(owner);
            assertThat(number).isLessThanOrEqualTo(after.lastContribution());
        }
        assertThat(numbers.entrySet())
                .filteredOn(number -> number.getValue().equals(owner))
                .hasSize(fields);
        isForItsReaders(before, after, store, Asking.parse(question));
    }

    private static String same(String old, String next) {
        return old.equals(next) ? old : "two owners";
    }

    private void isForItsReaders(Session before, Session after, Effect.Store store, Asking asking) {
        var ask = ask(after, asking.question());
        seen.add(ask.reveal().name());
        boolean isOut = before.revealed().contains(asking.key());
        boolean opensLater =
                switch (ask.reveal()) {
                    case TOGETHER, TO_THE_OWN_TEAM, TO_THE_OWN_GROUP, TO_THE_NEXT_GROUP, NEVER ->
                            true;
                    case AS_THEY_ARRIVE, TO_THE_PRESENTER, TO_FACILITATORS -> false;
                };
        if (opensLater) {
            assertThat(store.out()).as("hidden: %s", store).isEqualTo(isOut);
            assertThat(store.late()).as("after the others: %s", store).isEqualTo(isOut);
        }
        var audience = store.audience();
        var inside = asking.group() == 0 ? Audience.ALL : Audience.group(asking.group());
        switch (ask.reveal()) {
            case AS_THEY_ARRIVE -> assertThat(audience).isIn(inside, Audience.ALL);
            case TOGETHER ->
                    assertThat(audience)
                            .isEqualTo(ask.who().isCollective() ? Audience.ALL : inside);
            case TO_THE_OWN_GROUP ->
                    assertThat(audience).isEqualTo(asking.group() == 0 ? Audience.AUTHOR : inside);
            case TO_THE_NEXT_GROUP -> {
                if (!isOut) {
                    assertThat(audience).isEqualTo(Audience.AUTHOR);
                }
            }
            case NEVER -> assertThat(audience).isEqualTo(Audience.AUTHOR);
            case TO_FACILITATORS -> assertThat(audience).isEqualTo(Audience.FACILITATORS);
            case TO_THE_PRESENTER -> assertThat(audience).isEqualTo(Audience.role("presenter"));
            case TO_THE_OWN_TEAM -> assertThat(audience.key()).startsWith("team:");
        }
    }

    private static String given(Session before, Session after, Effect.StoreAnonymous store) {
        var fresh = new HashSet<>(after.given(store.question()).keySet());
        fresh.removeAll(before.given(store.question()).keySet());
        assertThat(fresh).hasSize(1);
        return fresh.iterator().next();
    }

    private static void isRevealedInTime(
            Session before, SessionEvent event, Session after, Effect.Reveal reveal) {
        var asking = Asking.parse(reveal.question());
        var ask = ask(after, asking.question());
        assertThat(after.revealed()).contains(reveal.question());
        assertThat(ask.reveal()).isNotIn(Reveal.NEVER, Reveal.TO_THE_NEXT_GROUP);
        if (ask.names() == Names.ANONYMOUS) {
            assertThat(after.given(reveal.question())).hasSizeGreaterThanOrEqualTo(5);
        } else {
            assertThat(before.revealed()).doesNotContain(reveal.question());
        }
        if (ask.before() && asking.group() == 0) {
            assertThat(event).isInstanceOf(SessionEvent.Begun.class);
        } else if (waitsForOthers(ask, asking)) {
            var group = Objects.requireNonNull(after.groups().get(asking.group()));
            assertThat(after.tracks().values())
                    .as("%s is out while groups are at work", reveal)
                    .noneMatch(track ->
                            track.parent() == group.track() && track.group() == group.id());
        } else {
            assertThat(after.past().stream().skip(before.past().size()))
                    .as("nothing closed that asks %s", reveal)
                    .anyMatch(past -> closes(after, past, ask, asking));
        }
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

    private static boolean waitsForOthers(Step.Ask ask, Asking asking) {
        return asking.group() > 0 && ask.who().isCollective() && ask.reveal() == Reveal.TOGETHER;
    }

    private static boolean closes(Session session, Session.Past past, Step.Ask ask, Asking asking) {
        var step = session.protocol().steps().get(past.step());
        return past.left() == null
                && past.group() == asking.group()
                && past.passes().equals(asking.passes())
                && Questions.all(session.mode(), step).contains(ask);
    }

    private void isSharedOnce(Session before, Session after, Effect.Share share) {
        int group = Integer.parseInt(share.audience().key().substring("group:".length()));
        assertThat(before.groups()).doesNotContainKey(group);
        for (int number : share.numbers()) {
            assertThat(shared.add(number)).as("shared twice: %s", number).isTrue();
            var owner = Objects.requireNonNull(numbers.get(number));
            var key = owner.substring(0, owner.lastIndexOf('/'));
            assertThat(ask(after, Asking.questionOf(key)).reveal())
                    .isEqualTo(Reveal.TO_THE_NEXT_GROUP);
            var given = after.given(key).get(owner.substring(owner.lastIndexOf('/') + 1));
            assertThat(Formation.members(after, group))
                    .contains(Objects.requireNonNull(Objects.requireNonNull(given).by()));
        }
    }

    private static Step.Ask ask(Session session, String question) {
        return session.protocol().steps().stream()
                .flatMap(step -> Questions.all(session.mode(), step).stream())
                .filter(ask -> ask.title().equals(question))
                .findFirst()
                .orElseThrow();
    }
}
