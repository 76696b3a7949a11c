package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// Looks at every decision of one session for what must never happen.
final class Watch {
    private final Set<String> saidKeys = new HashSet<>();
    private final Set<String> seen = new TreeSet<>();
    private final SecretsWatch secrets = new SecretsWatch(seen);
    private final TracksWatch tracks = new TracksWatch(seen);

    /// What came up so far, in short words.
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    void changesNothing(Session before, Decision decision) {
        assertThat(decision.session()).isEqualTo(before);
        assertThat(decision.effects()).isEmpty();
    }

    void see(Session before, SessionEvent event, Decision decision) {
        if (!(decision.verdict() instanceof Decision.Verdict.Accepted)) {
            changesNothing(before, decision);
        }
        note(decision);
        for (var effect : decision.effects()) {
            if (effect instanceof Effect.Say say) {
                assertThat(saidKeys.add(say.key())).as("said twice: %s", say.key()).isTrue();
                seen.add(say.line().template());
            }
        }
        var after = decision.session();
        if (before.equals(after) && decision.effects().isEmpty()) {
            return;
        }
        tracks.see(before, after);
        opensWithOneLine(before, decision);
        secrets.see(before, event, decision);
    }

    private void note(Decision decision) {
        var session = decision.session();
        seen.add(decision.verdict().getClass().getSimpleName());
        decision.effects().forEach(effect -> seen.add(effect.getClass().getSimpleName()));
        if (session.outcome() != null) {
            seen.add(session.outcome().name());
        }
        session.results().values().forEach(this::note);
    }

    private void note(Result result) {
        seen.add(result.decided() ? "decided" : "not decided");
        if (result.isTooFew()) {
            seen.add("too few");
        }
        if (result.winners().size() > 1) {
            seen.add("tie");
        }
    }

    /// Every step that was entered said so once, to those who are at it.
    private void opensWithOneLine(Session before, Decision decision) {
        var after = decision.session();
        after.past().stream()
                .skip(before.past().size())
                .filter(past -> before.phase() == Session.Phase.RUNNING)
                .forEach(past -> assertThat(saidKeys).contains("v" + past.visit()));
        for (var track : after.tracks().values()) {
            var old = before.tracks().get(track.id());
            boolean entered =
                    after.phase() == Session.Phase.RUNNING
                            && !(track.progress() instanceof Progress.Arrived)
                            && (old == null || old.visit() != track.visit());
            if (entered) {
                assertThat(decision.effects())
                        .as("the line that opens %s", track)
                        .filteredOn(effect ->
                                effect instanceof Effect.Say say
                                        && say.key().equals("v" + track.visit())
                                        && say.group() == track.group())
                        .hasSize(1);
            }
        }
    }
}
