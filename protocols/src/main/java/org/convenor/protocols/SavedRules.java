package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.List;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;

/// Rules about what is saved, shown and kept.
final class SavedRules {
    private final List<StepDraft> drafts;
    private final Saved saved;

    SavedRules(List<StepDraft> drafts, Saved saved) {
        this.drafts = drafts;
        this.saved = saved;
    }

    void check() {
        for (StepDraft draft : drafts) {
            if (draft.step() instanceof Step.Keep keep && keep.becomes() == Becomes.MILESTONE) {
                keep.saved().forEach(name -> dated(draft, name));
            }
            hiddenForEver(draft);
        }
    }

    void unused() {
        for (Saved.Kept one : saved.unused()) {
            if (one.ask() != null) {
                one.section()
                        .warning(
                                "save as",
                                "It saves %s, and no later step shows or keeps it. Show it, keep it, or delete this line."
                                        .formatted(quoted(one.name())));
            }
        }
    }

    private void dated(StepDraft draft, String name) {
        Saved.Kept kept = saved.get(name);
        Answer answer = kept == null ? null : kept.answer();
        if (answer != null
                && answer.fields().stream()
                        .noneMatch(field -> field.kind() instanceof Answer.Kind.Date)) {
            draft.section()
                    .error(
                            "becomes",
                            "A milestone needs a date. Ask for “by: date” in the step that saves %s."
                                    .formatted(quoted(name)));
        }
    }

    private void hiddenForEver(StepDraft draft) {
        Show show = draft.step().show();
        Saved.Kept kept = show == null ? null : saved.get(show.saved());
        if (kept != null && kept.ask() != null && kept.ask().reveal() == Reveal.NEVER) {
            draft.section()
                    .error(
                            "show",
                            "It shows %s, but the step %s promises “reveal: never”. Change one of the two."
                                    .formatted(quoted(kept.name()), quoted(kept.ask().title())));
        }
    }
}
