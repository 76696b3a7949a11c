package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Remembers what a step saves, decides and splits, for the steps behind it.
final class Remembering {
    private final Reading reading;
    private final Section section;
    private final Place place;

    Remembering(Reading reading, Section section, Place place) {
        this.reading = reading;
        this.section = section;
        this.place = place;
    }

    /// @param sound nothing was remarked while the step was read
    void remember(Step step, boolean sound) {
        switch (step) {
            case Step.Ask ask -> save(ask.changes() == null ? ask.saveAs() : null, ask, sound);
            case Step.Deal deal -> save(deal.saveAs(), deal, sound);
            case Step.Sort sort -> save(sort.saveAs(), sort, sound);
            case Step.Decide decide -> {
                reading.past().decided(decide, place);
                save(decide.saveAs(), decide, sound);
            }
            case Step.Group group -> reading.past().grouped(group);
            case Step.Say _,
                    Step.Display _,
                    Step.Turn _,
                    Step.Talk _,
                    Step.Quiet _,
                    Step.Round _,
                    Step.Keep _,
                    Step.Swap _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Stop _ -> {}
        }
    }

    private void save(@Nullable String name, Step step, boolean sound) {
        if (name == null) {
            return;
        }
        Kept earlier = reading.saved().get(name);
        if (earlier != null && earlier.step() != null) {
            section.error(
                    "save as",
                    "The step %s already saves %s. Choose another name."
                            .formatted(quoted(earlier.title()), quoted(name)));
        }
        reading.saved().put(new Kept(name, sound ? step : null, section, place));
    }
}
