package org.convenor.protocols;

import java.util.List;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Headcount;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;

/// How often people can meet somebody new.
final class RoundRules {
    private final Header header;
    private final List<StepDraft> drafts;
    private final List<Step> steps;

    /// @param drafts all of them sound, so that repeats hold what they say
    RoundRules(Header header, List<StepDraft> drafts) {
        this.header = header;
        this.drafts = drafts.stream().filter(draft -> draft.beside() == null).toList();
        this.steps = this.drafts.stream().map(StepDraft::step).toList();
    }

    void check() {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Group group
                    && group.avoid().contains(Grouping.Avoid.MET_BEFORE)) {
                partners(drafts.get(i), group.grouping(), rounds(i));
            }
        }
    }

    /// How often a step is done because of repeats with a fixed number of rounds.
    private int rounds(int index) {
        int rounds = 1;
        int owner = Blocks.around(steps, index).owner();
        while (owner >= 0) {
            if (steps.get(owner) instanceof Step.Repeat repeat
                    && repeat.times() instanceof Times.Rounds(int number)) {
                rounds *= number;
            }
            owner = Blocks.around(steps, owner).owner();
        }
        return rounds;
    }

    private void partners(StepDraft draft, Grouping grouping, int rounds) {
        Headcount there = draft.place().countToSplit(header.people());
        boolean teams = grouping.kind() == Grouping.Kind.TEAMS;
        boolean known =
                teams ? header.people().leastTeams() != null : header.people().least() != null;
        if (!known || grouping.size() < 2) {
            return;
        }
        String things = teams ? "teams" : "people";
        int most = teams ? there.mostTeams() : there.most();
        int least = teams ? there.leastTeams() : there.least();
        if (rounds > possible(most, grouping.size())) {
            draft.section().error("avoid", sentence(most, things, grouping.size(), rounds));
        } else if (rounds > possible(least, grouping.size())) {
            draft.section().warning("avoid", sentence(least, things, grouping.size(), rounds));
        }
    }

    private static int possible(int number, int size) {
        return (number - 1) / (size - 1);
    }

    private static String sentence(int number, String things, int size, int rounds) {
        return "%d %s can meet new partners in at most %d rounds; you ask for %d. Ask for fewer rounds, or for more %s under “people:”."
                .formatted(number, things, possible(number, size), rounds, things);
    }
}
