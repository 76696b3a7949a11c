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
            switch (draft.step()) {
                case Step.Ask ask -> ask(draft, ask);
                case Step.Round round when round.atOnce() ->
                        comesOut(draft, round.reveal(), round.until());
                case Step.Keep keep -> keep.saved().forEach(name -> namesPeople(draft, keep, name));
                default -> {}
            }
        }
    }

    private void ask(StepDraft draft, Step.Ask ask) {
        comesOut(draft, ask.reveal(), ask.until());
        presenter(draft, ask.reveal());
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
        int least = crowd.least(ask.who());
        if (Integer.valueOf(1).equals(crowd.most(ask.who()))) {
            draft.section()
                    .error(
                            "names",
                            "One person cannot be anonymous. Write “names: hidden”, or ask more people.");
        } else if (least < FEWEST_FOR_ANONYMOUS) {
            draft.section()
                    .error(
                            "names",
                            "With %s “anonymous” cannot be kept. Write “names: hidden”, or ask for a group of at least %d under “people:”."
                                    .formatted(
                                            least == 1 ? "1 person" : least + " people",
                                            FEWEST_FOR_ANONYMOUS));
        }
    }

    private void comesOut(StepDraft draft, Reveal reveal, Until until) {
        boolean held = reveal == Reveal.TOGETHER || reveal == Reveal.TO_THE_OWN_TEAM;
        boolean others = until.everyone() || until.answers() != null;
        if (held && header.async() && until.waitsForFacilitator() && !others) {
            draft.section()
                    .error(
                            "until",
                            "If the facilitator never presses next, the answers could stay hidden for ever. Write “until: facilitator says next, or time is up”.");
        }
    }

    private void presenter(StepDraft draft, Reveal reveal) {
        if (reveal == Reveal.TO_THE_PRESENTER && header.role("presenter") == null) {
            draft.section()
                    .error(
                            "reveal",
                            "Nobody has the role “presenter”. Add it under “roles:”, or choose another reveal.");
        }
    }

    private void namesPeople(StepDraft draft, Step.Keep keep, String name) {
        boolean attributes =
                keep.becomes() == Becomes.MILESTONE || keep.becomes() == Becomes.DECISION;
        Saved.Kept kept = saved.get(name);
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
