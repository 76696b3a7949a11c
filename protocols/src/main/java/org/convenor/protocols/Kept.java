package org.convenor.protocols;

import org.convenor.protocol.Answer;
import org.convenor.protocol.Method;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Something that a step saves.
///
/// @param step null where it could not be read, so that later steps are not blamed for naming it
record Kept(String name, @Nullable Step step, Section section, Place place) {
    /// The question whose answers these are, or null.
    Step.@Nullable Ask ask() {
        return step instanceof Step.Ask ask ? ask : null;
    }

    @Nullable Answer answer() {
        return step instanceof Step.Ask ask ? ask.answer() : null;
    }

    String title() {
        return step == null ? "" : step.title();
    }

    Reveal reveal() {
        return switch (step) {
            case Step.Ask ask -> ask.reveal();
            case Step.Decide decide -> decide.reveal();
            case Step.Deal deal -> deal.reveal();
            case Step.Sort sort -> sort.reveal();
            case null, default -> Reveal.AS_THEY_ARRIVE;
        };
    }

    Names names() {
        return switch (step) {
            case Step.Ask ask -> ask.names();
            case Step.Decide decide -> decide.names();
            case null, default -> Names.SHOWN;
        };
    }

    /// Whether some of it can come before the rest.
    boolean hasBest() {
        return step == null
                || step instanceof Step.Deal
                || (step instanceof Step.Decide decide
                        && decide.method() != Method.CONSENT
                        && decide.method() != Method.FIST_TO_FIVE);
    }

    /// Whether everybody at a place could read it.
    boolean readableAt(Place here) {
        Reveal reveal = reveal();
        boolean revealed = reveal == Reveal.AS_THEY_ARRIVE || reveal == Reveal.TOGETHER;
        return step == null || (revealed && staysKnownAt(here));
    }

    /// Whether it is not left behind in groups that people at a place have come from.
    boolean staysKnownAt(Place here) {
        boolean collective =
                step instanceof Step.Ask ask
                        && ask.who().isCollective()
                        && ask.reveal() == Reveal.TOGETHER;
        return collective || here.sees(place);
    }
}
