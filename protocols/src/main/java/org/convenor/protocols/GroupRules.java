package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.List;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Headcount;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Step;

/// Rules about how large groups can become.
final class GroupRules {
    private final Header header;
    private final List<StepDraft> drafts;

    GroupRules(Header header, List<StepDraft> drafts) {
        this.header = header;
        this.drafts = drafts;
    }

    void check() {
        for (StepDraft draft : drafts) {
            if (draft.step() instanceof Step.Group group) {
                enough(draft, group.grouping());
            }
        }
    }

    private void enough(StepDraft draft, Grouping grouping) {
        PeopleRange people = header.people();
        Headcount there = draft.place().countToSplit(people);
        boolean peopleKnown = people.least() != null || people.leastTeams() != null;
        switch (grouping.kind()) {
            case PEOPLE -> {
                if (peopleKnown && there.least() < grouping.size()) {
                    tooFew(draft, "people", grouping.size(), Wording.people(there.least()));
                }
            }
            case TEAMS -> {
                if (people.leastTeams() != null && there.leastTeams() < grouping.size()) {
                    tooFew(
                            draft,
                            "teams",
                            grouping.size(),
                            Wording.counted(there.leastTeams(), "team"));
                }
            }
            case JOINED_GROUPS -> {
                if (peopleKnown) {
                    joined(draft, grouping.size(), there.least());
                }
            }
            case HOME_TEAMS, EVERYONE -> {}
        }
    }

    private void tooFew(StepDraft draft, String things, int needed, String there) {
        draft.section()
                .error(
                        "group",
                        "%s need at least %d %s, and here there may be only %s. Form smaller groups, or ask for more under “people:”."
                                .formatted(
                                        quoted(String.valueOf(draft.section().words("group"))),
                                        needed,
                                        things,
                                        there));
    }

    /// Whether the fewest people form as many groups as are to join.
    private void joined(StepDraft draft, int wanted, int least) {
        List<Place.Split> splits = draft.place().splits();
        Step.Group before = splits.isEmpty() ? null : splits.getLast().group();
        if (before == null || before.grouping().kind() != Grouping.Kind.PEOPLE) {
            return;
        }
        int size = before.grouping().size();
        int groups =
                before.odd() == Grouping.Odd.SMALLER ? Math.ceilDiv(least, size) : least / size;
        if (groups < wanted) {
            draft.section()
                    .error(
                            "group",
                            "%s in %s form only %s, and %d are to join. Ask for more people under “people:”."
                                    .formatted(
                                            Wording.people(least),
                                            quoted(before.title()),
                                            Wording.counted(groups, "group"),
                                            wanted));
        }
    }
}
