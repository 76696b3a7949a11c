package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import org.convenor.protocol.Reveal;

/// Only answers that people have seen can be dealt, sorted and chosen.
final class CardRule {
    private final Section step;
    private final Place place;

    CardRule(Section step, Place place) {
        this.step = step;
        this.place = place;
    }

    void check(String key, Kept kept) {
        if (kept.step() != null && kept.ask() == null) {
            step.error(
                    key,
                    "%s holds the result of %s, and only the answers to an “ask” can be used here."
                            .formatted(quoted(kept.name()), quoted(kept.title())));
        } else if (!kept.readableAt(place)) {
            step.error(key, hidden(kept));
        }
    }

    private String hidden(Kept kept) {
        boolean revealed =
                kept.reveal() == Reveal.AS_THEY_ARRIVE || kept.reveal() == Reveal.TOGETHER;
        return revealed
                ? "The answers of %s stay in the groups that wrote them, so not everybody has seen them. Ask “who: each group” with “reveal: together” there, or use them before the groups part."
                        .formatted(quoted(kept.title()))
                : "Everybody would read the answers of %s here, and that step does not reveal them to everyone. Write “reveal: together” there."
                        .formatted(quoted(kept.title()));
    }
}
