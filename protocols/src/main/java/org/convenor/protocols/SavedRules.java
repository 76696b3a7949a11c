package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.List;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Becomes;
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
            shown(draft);
        }
    }

    void unused() {
        for (Kept one : saved.unused()) {
            if (one.step() != null) {
                one.section()
                        .warning(
                                "save as",
                                "It saves %s, and no later step shows or keeps it. Show it, keep it, or delete this line."
                                        .formatted(quoted(one.name())));
            }
        }
    }

    private void dated(StepDraft draft, String name) {
        Kept kept = saved.get(name);
        if (kept == null || kept.step() == null) {
            return;
        }
        Answer answer = kept.answer();
        if (answer == null) {
            draft.section()
                    .error(
                            "becomes",
                            "A milestone needs a date, and %s is the result of %s. Write “becomes: decision” or “becomes: note”."
                                    .formatted(quoted(name), quoted(kept.title())));
        } else if (answer.fields().stream()
                .noneMatch(field -> field.kind() instanceof Answer.Kind.Date)) {
            draft.section()
                    .error(
                            "becomes",
                            "A milestone needs a date. Ask for “by: date” in the step that saves %s."
                                    .formatted(quoted(name)));
        }
    }

    private void shown(StepDraft draft) {
        Show show = draft.step().show();
        Kept kept = show == null ? null : saved.get(show.saved());
        if (kept == null || kept.step() == null) {
            return;
        }
        switch (kept.reveal()) {
            case NEVER ->
                    draft.section()
                            .error(
                                    "show",
                                    "It shows %s, but the step %s promises “reveal: never”. Change one of the two."
                                            .formatted(quoted(kept.name()), quoted(kept.title())));
            case AS_THEY_ARRIVE, TOGETHER, TO_THE_OWN_GROUP -> leftBehind(draft, kept);
            case TO_THE_PRESENTER, TO_THE_OWN_TEAM, TO_THE_NEXT_GROUP, TO_FACILITATORS -> {}
        }
    }

    private static void leftBehind(StepDraft draft, Kept kept) {
        if (kept.staysKnownAt(draft.place())) {
            return;
        }
        draft.section()
                .warning(
                        "show",
                        "People answered %s inside groups, so here they read only what their own group wrote. To show all of it, ask “who: each group” with “reveal: together” there."
                                .formatted(quoted(kept.title())));
    }
}
