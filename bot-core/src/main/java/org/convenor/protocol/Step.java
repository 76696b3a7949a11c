package org.convenor.protocol;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.protocol.Grouping.Match;
import org.jspecify.annotations.Nullable;

/// One thing a group does.
public sealed interface Step {
    Heading heading();

    default String title() {
        return heading().title();
    }

    /// Who acts in it, or null if nobody in particular does.
    default @Nullable Who who() {
        return null;
    }

    /// Role that listens, or null.
    default @Nullable String listening() {
        return null;
    }

    /// What is shown beside it, or null.
    default @Nullable Show show() {
        return null;
    }

    /// The question that runs beside it, or null.
    default @Nullable Ask meanwhile() {
        return null;
    }

    /// What ends it besides its time.
    default Until until() {
        return Until.TIME;
    }

    /// Role that may end it before its time, or null.
    default @Nullable String endedEarlyBy() {
        return null;
    }

    /// Says something; goes on when its time is up.
    record Say(Heading heading) implements Step {}

    /// Asks people a form's worth.
    ///
    /// @param show what stands beside the question, or null
    /// @param saveAs the name later steps use, or null
    /// @param before answered before the session begins
    /// @param mayPass a person may say "I pass", which counts as having answered
    /// @param changes name of a saved answer whose text this one replaces: its form starts with
    ///   what is there; null for a question of its own. Equal to `saveAs` where it is not null
    record Ask(
            Heading heading,
            Who who,
            Answer answer,
            @Nullable Show show,
            @Nullable String saveAs,
            Reveal reveal,
            Names names,
            Until until,
            boolean before,
            boolean mayPass,
            @Nullable String changes)
            implements Step {
        public Ask(
                Heading heading,
                Who who,
                Answer answer,
                @Nullable Show show,
                @Nullable String saveAs,
                Reveal reveal,
                Names names,
                Until until,
                boolean before,
                boolean mayPass) {
            this(heading, who, answer, show, saveAs, reveal, names, until, before, mayPass, null);
        }
    }

    /// Shows what was saved, for a while.
    record Display(Heading heading, Show show) implements Step {}

    /// One person, or one team as one, has the floor.
    ///
    /// @param listening role that listens, or null
    /// @param until when it ends; by time unless the file says more
    /// @param endedEarlyBy role that may end it, or null
    record Turn(
            Heading heading,
            Who who,
            @Nullable String listening,
            @Nullable Show show,
            Until until,
            @Nullable String endedEarlyBy)
            implements Step {}

    /// The floor is open to `who`.
    record Talk(
            Heading heading,
            Who who,
            @Nullable String listening,
            @Nullable Show show,
            @Nullable Ask meanwhile,
            Until until,
            @Nullable String endedEarlyBy)
            implements Step {}

    /// Silence to look and think.
    record Quiet(Heading heading, @Nullable Show show) implements Step {}

    /// Each in turn, in a posted order, or each by themselves with `atOnce`.
    ///
    /// @param each time for each person, or null
    /// @param atOnce everybody writes at the same time instead of one after another
    /// @param reveal when what was written at once can be read; [Reveal#AS_THEY_ARRIVE] otherwise
    record Round(
            Heading heading,
            Who who,
            @Nullable String listening,
            @Nullable Show show,
            @Nullable Duration each,
            boolean mayPass,
            boolean atOnce,
            Reveal reveal,
            @Nullable Ask meanwhile,
            Until until,
            @Nullable String endedEarlyBy)
            implements Step {}

    /// Keeps what was saved beyond the session.
    record Keep(Heading heading, List<String> saved, Becomes becomes) implements Step {
        public Keep {
            saved = List.copyOf(saved);
        }
    }

    /// Splits the people of a track into groups, each of which goes on by itself; or brings all of
    /// them together again. Holds until the next `group` of its block, or the end of the block.
    ///
    /// @param avoid what makes two of them a bad match
    /// @param match what makes two of them a good match, or null if nothing does
    record Group(
            Heading heading,
            Grouping grouping,
            Grouping.Odd odd,
            Grouping.Late late,
            Set<Grouping.Avoid> avoid,
            @Nullable Match match)
            implements Step {
        public Group {
            avoid = Set.copyOf(avoid);
        }
    }

    /// Gives roles to others: who sat outside comes in.
    ///
    /// @param role whose holders change; one that is named
    /// @param with the role they change with; `everyone else` or another one that is named
    record Swap(Heading heading, String role, String with) implements Step {}

    /// Does the steps that follow several times.
    ///
    /// @param body how many steps of the protocol's list, counted from the next one, are repeated
    /// @param ifStillOpen how many steps after those are done once if the condition did not come
    ///   true in time; zero without one
    record Repeat(Heading heading, Times times, int body, int ifStillOpen) implements Step {}

    /// Does the steps that follow only if something holds.
    ///
    /// @param body how many steps of the protocol's list, counted from the next one
    record When(Heading heading, Condition condition, int body) implements Step {}

    /// Ends the session here. The title says with which outcome, for example `not decided`.
    record Stop(Heading heading) implements Step {}

    /// Decides something together.
    ///
    /// @param choices what can be chosen; empty if the options are answers
    /// @param from name of the saved answers that are the options, or null
    /// @param most how many options one may choose: the dots; 1 for every other method
    /// @param reasonFor names of the choices that need a reason
    /// @param quorum how many must have taken part for it to count
    record Decide(
            Heading heading,
            Who who,
            Method method,
            List<Choice> choices,
            @Nullable String from,
            int most,
            Set<String> reasonFor,
            Quorum quorum,
            @Nullable Show show,
            @Nullable String saveAs,
            Reveal reveal,
            Names names,
            Until until,
            boolean mayPass)
            implements Step {
        public Decide {
            choices = List.copyOf(choices);
            reasonFor = Collections.unmodifiableSortedSet(new TreeSet<>(reasonFor));
            if (choices.isEmpty() == (from == null)) {
                throw new IllegalArgumentException("options are choices or answers");
            }
        }
    }

    /// Deals saved answers like cards: each person gets some that are not their own, and rates them
    /// without seeing what others think.
    ///
    /// @param cards name of the saved answers
    /// @param each how many each person gets
    record Deal(
            Heading heading,
            Who who,
            String cards,
            int each,
            Answer.Kind.Scale scale,
            @Nullable String saveAs,
            Reveal reveal,
            Until until)
            implements Step {}

    /// Puts saved answers in piles that have names. Where several people sort, an answer lies where
    /// most of them put it.
    ///
    /// @param cards name of the saved answers
    /// @param piles two or more
    /// @param setting the list the piles come from, which the facilitator may have replaced, or
    ///   null
    record Sort(
            Heading heading,
            Who who,
            String cards,
            List<String> piles,
            @Nullable String setting,
            @Nullable String saveAs,
            Reveal reveal,
            Until until)
            implements Step {
        public Sort {
            piles = List.copyOf(piles);
        }
    }
}
