package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.List;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;

/// Rules about promises: anonymous stays anonymous, and what is hidden for a while comes out.
final class SecrecyRules {
    /// Among fewer, people recognise each other's words.
    private static final int FEWEST_FOR_ANONYMOUS = 5;

    private final Header header;
    private final List<StepDraft> drafts;
    private final Saved saved;
    private final Crowd crowd;

    SecrecyRules(Header header, List<StepDraft> drafts, Saved saved, Crowd crowd) {
        this.header = header;
        this.drafts = drafts;
        this.saved = saved;
        this.crowd = crowd;
    }

    void check() {
        for (StepDraft draft : drafts) {
            objectors(draft);
            switch (draft.step()) {
                case Step.Ask ask -> {
                    comesOut(draft, ask.reveal(), ask.until());
                    anonymous(draft, ask);
                }
                case Step.Round round when round.atOnce() ->
                        comesOut(draft, round.reveal(), round.until());
                case Step.Decide decide -> comesOut(draft, decide.reveal(), decide.until());
                case Step.Deal deal -> comesOut(draft, deal.reveal(), deal.until());
                case Step.Sort sort -> comesOut(draft, sort.reveal(), sort.until());
                case Step.Keep keep -> keep.saved().forEach(name -> namesPeople(draft, keep, name));
                default -> {}
            }
        }
    }

    private void anonymous(StepDraft draft, Step.Ask ask) {
        if (ask.names() != Names.ANONYMOUS || !draft.sound()) {
            return;
        }
        if (ask.reveal() == Reveal.TO_THE_OWN_TEAM || ask.who().scope() == Who.Scope.EACH_TEAM) {
            draft.section()
                    .error(
                            "names",
                            "You promise anonymity and sort the answers by team. Write “names: hidden”, or ask everyone and reveal to all.");
            return;
        }
        if (ask.reveal() == Reveal.TO_THE_NEXT_GROUP || ask.who().scope() == Who.Scope.EACH_GROUP) {
            draft.section()
                    .error(
                            "names",
                            "You promise anonymity and sort the answers by group. Write “names: hidden”, or ask everyone and reveal to all.");
            return;
        }
        among(draft, ask);
    }

    private void among(StepDraft draft, Step.Ask ask) {
        int least = crowd.least(ask.who(), draft.place());
        if (Integer.valueOf(1).equals(crowd.most(ask.who(), draft.place()))) {
            draft.section()
                    .error(
                            "names",
                            "One person cannot be anonymous. Write “names: hidden”, or ask more people.");
        } else if (least < FEWEST_FOR_ANONYMOUS && draft.place().inGroups()) {
            draft.section()
                    .error(
                            "names",
                            "In a group of %s “anonymous” cannot be kept. Write “names: hidden”, or ask before the groups form."
                                    .formatted(Wording.people(least)));
        } else if (least < FEWEST_FOR_ANONYMOUS) {
            draft.section()
                    .error(
                            "names",
                            "With %s “anonymous” cannot be kept. Write “names: hidden”, or ask for a group of at least %d under “people:”."
                                    .formatted(Wording.people(least), FEWEST_FOR_ANONYMOUS));
        }
    }

    private void comesOut(StepDraft draft, Reveal reveal, Until until) {
        readers(draft, reveal);
        boolean held =
                reveal == Reveal.TOGETHER
                        || reveal == Reveal.TO_THE_OWN_TEAM
                        || reveal == Reveal.TO_THE_OWN_GROUP;
        boolean others = until.everyone() || until.answers() != null;
        if (held && header.async() && until.waitsForFacilitator() && !others) {
            draft.section()
                    .error(
                            "until",
                            "If the facilitator never presses next, the answers could stay hidden for ever. Write “until: facilitator says next, or time is up”.");
        }
    }

    /// Whoever may read it must be there.
    private void readers(StepDraft draft, Reveal reveal) {
        if (reveal == Reveal.TO_THE_PRESENTER && header.role("presenter") == null) {
            draft.section()
                    .error(
                            "reveal",
                            "Nobody has the role “presenter”. Add it under “roles:”, or choose another reveal.");
        } else if (reveal == Reveal.TO_THE_OWN_GROUP && !draft.place().inGroups()) {
            draft.section()
                    .error(
                            "reveal",
                            "Here all are together, so nobody has an own group. Write “reveal: together”, or put a “group” step before it.");
        } else if (reveal == Reveal.TO_THE_NEXT_GROUP && !formsGroupsLater(draft)) {
            draft.section()
                    .error(
                            "reveal",
                            "No later step forms groups, so nobody would read this. Write “reveal: together”.");
        }
    }

    private boolean formsGroupsLater(StepDraft draft) {
        return drafts.stream()
                .skip(draft.place().depth() > 0 ? 0 : drafts.indexOf(draft))
                .anyMatch(later -> later.step() instanceof Step.Group);
    }

    private void objectors(StepDraft draft) {
        Who who = draft.step().who();
        if (who == null || who.decision() == null) {
            return;
        }
        for (StepDraft decided : drafts) {
            if (decided.step() instanceof Step.Decide decide
                    && decide.title().equals(who.decision())
                    && decide.names() == Names.HIDDEN) {
                draft.section()
                        .error(
                                "who",
                                "You promise hidden names in %s and name people here. Write “names: shown” there, or ask everyone here."
                                        .formatted(quoted(decide.title())));
            }
        }
    }

    private void namesPeople(StepDraft draft, Step.Keep keep, String name) {
        boolean attributes =
                keep.becomes() == Becomes.MILESTONE || keep.becomes() == Becomes.DECISION;
        Kept kept = saved.get(name);
        if (attributes
                && kept != null
                && kept.ask() != null
                && kept.ask().names() == Names.ANONYMOUS) {
            draft.section()
                    .error(
                            "becomes",
                            "You promise anonymity in %s and name people here, because a milestone or decision says whose it is. Write “becomes: note”."
                                    .formatted(quoted(kept.ask().title())));
        }
    }
}
