package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convenor.protocol.Step;

/// Rules about titles and the order of steps.
final class OrderRules {
    private OrderRules() {}

    static void check(List<StepDraft> drafts) {
        titles(drafts);
        preparation(drafts);
    }

    private static void titles(List<StepDraft> drafts) {
        Map<String, Integer> lines = new HashMap<>();
        for (StepDraft draft : drafts) {
            Section section = draft.section();
            if (!section.has("title") || draft.step() instanceof Step.Stop) {
                continue;
            }
            Integer earlier =
                    lines.putIfAbsent(Section.small(draft.step().title()), section.line("title"));
            if (earlier != null) {
                section.error(
                        "title",
                        "The step in line %d has the same title. People find their place by titles; choose another."
                                .formatted(earlier));
            }
        }
    }

    private static void preparation(List<StepDraft> drafts) {
        String started = null;
        for (StepDraft draft : drafts) {
            boolean before = draft.step() instanceof Step.Ask ask && ask.before();
            if (before && draft.beside() != null) {
                draft.section()
                        .error(
                                "before the session",
                                "This runs beside %s, so it cannot be before the session. Delete this line."
                                        .formatted(quoted(draft.beside())));
            } else if (before && started != null) {
                draft.section()
                        .error(
                                "before the session",
                                "This comes before the session, but stands after %s, which belongs to the session. Move it up."
                                        .formatted(quoted(started)));
            } else if (!before && draft.beside() == null && started == null) {
                started = draft.step().title();
            }
        }
        if (started == null && !drafts.isEmpty()) {
            drafts.getFirst()
                    .section()
                    .error(
                            "before the session",
                            "Every step comes before the session, so the session itself is empty. Add a step.");
        }
    }
}
