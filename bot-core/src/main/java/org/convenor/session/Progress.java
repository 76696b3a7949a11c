package org.convenor.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How far a track is within its step.
public sealed interface Progress {
    /// Nothing is counted: it says, shows, is silent, or the floor is open.
    record Plain() implements Progress {}

    /// Before the beginning: people join and the facilitator gets ready.
    record Gathering() implements Progress {}

    /// Answers are awaited.
    ///
    /// @param asked who was here when the step opened: the quorum. Who comes later may answer and
    ///   never blocks
    /// @param passed who said "I pass"
    /// @param cards ids of the cards that each has before them, by unit key; those under [#FOR_ALL]
    ///   are everybody's. Fixed when the step opens; empty where nothing is chosen from answers
    record Asked(Set<Unit> asked, Set<Unit> passed, Map<String, List<String>> cards)
            implements Progress {
        /// Key of the cards that everybody has before them.
        public static final String FOR_ALL = "*";

        public Asked {
            asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
            passed = Collections.unmodifiableSortedSet(new TreeSet<>(passed));
            cards = Collections.unmodifiableSortedMap(new TreeMap<>(cards));
        }

        public Asked(Set<Unit> asked, Set<Unit> passed) {
            this(asked, passed, Map.of());
        }

        /// The cards somebody has before them; empty if there are none.
        public List<String> cardsOf(Unit unit) {
            var own = cards.get(unit.key());
            return own == null ? cards.getOrDefault(FOR_ALL, List.of()) : own;
        }

        Asked with(Collection<Unit> newcomers) {
            var more = new TreeSet<>(asked);
            more.addAll(newcomers);
            return new Asked(more, passed, cards);
        }

        Asked pass(Unit unit) {
            var more = new TreeSet<>(passed);
            more.add(unit);
            return new Asked(asked, more, cards);
        }
    }

    /// Groups are being formed: first somebody works out who is with whom, then people move.
    ///
    /// @param groups ids of the groups; empty until they are worked out
    record Forming(List<Integer> groups) implements Progress {
        public Forming {
            groups = List.copyOf(groups);
        }

        public boolean isPlanned() {
            return !groups.isEmpty();
        }
    }

    /// The people of this track are in groups, each on a track of its own.
    ///
    /// @param joinAt index of the step at which some of the groups come together, while that is
    ///   under way; otherwise -1
    /// @param formed number of that moment, which the groups that come out of it have
    /// @param joins which groups, by id, come together there; empty until it is worked out
    record Apart(int joinAt, int formed, List<List<Integer>> joins) implements Progress {
        static final Apart UNTIL_ALL_ARRIVE = new Apart(-1, 0, List.of());

        public Apart {
            joins = joins.stream().map(List::copyOf).toList();
        }

        /// Whether somebody is still working out which groups come together.
        public boolean isWaitingForPlan() {
            return joinAt >= 0 && joins.isEmpty();
        }
    }

    /// The group is done and waits for others.
    ///
    /// @param at index of the step before which it waits, or behind the last step of the block
    record Arrived(int at) implements Progress {}

    /// One after another has the floor.
    ///
    /// @param order who is still to speak, in order; the first has the floor
    /// @param spoken who had their turn
    /// @param passed who passed and may be asked once more at the end
    /// @param again the order is now those who passed the first time
    /// @param turnEnds when the speaker's own time is up, or null where only the whole is timed
    /// @param turnOver the speaker was told that the time is up
    record Speaking(
            List<Unit> order,
            Set<Unit> spoken,
            List<Unit> passed,
            boolean again,
            @Nullable Instant turnEnds,
            boolean turnOver)
            implements Progress {
        public Speaking {
            order = List.copyOf(order);
            spoken = Collections.unmodifiableSortedSet(new TreeSet<>(spoken));
            passed = List.copyOf(passed);
        }

        /// Who has the floor, or null once everyone had it.
        public @Nullable Unit now() {
            return order.isEmpty() ? null : order.getFirst();
        }

        /// Whether somebody has not had their turn, or could still be asked once more.
        boolean awaits(Unit unit) {
            return order.contains(unit) || passed.contains(unit);
        }

        Speaking afterWordsOf(Unit unit) {
            var more = new TreeSet<>(spoken);
            more.add(unit);
            return without(unit).turns(more, without(unit).passed);
        }

        Speaking afterPassOf(Unit unit) {
            var rest = without(unit);
            if (again) {
                return rest;
            }
            var more = new ArrayList<>(rest.passed);
            more.add(unit);
            return rest.turns(spoken, more);
        }

        Speaking without(Unit unit) {
            return new Speaking(
                    order.stream().filter(each -> !each.equals(unit)).toList(),
                    spoken,
                    passed.stream().filter(each -> !each.equals(unit)).toList(),
                    again,
                    turnEnds,
                    turnOver);
        }

        /// Gives those who passed the floor once more, if all others had it. When all of them
        /// passed, nobody is asked again: they have nothing to say.
        Speaking orOnceMore() {
            boolean asks = order.isEmpty() && !again && !passed.isEmpty() && !spoken.isEmpty();
            return asks ? new Speaking(passed, spoken, List.of(), true, turnEnds, turnOver) : this;
        }

        Speaking timed(@Nullable Instant ends, boolean over) {
            return new Speaking(order, spoken, passed, again, ends, over);
        }

        private Speaking turns(Set<Unit> nextSpoken, List<Unit> nextPassed) {
            return new Speaking(order, nextSpoken, nextPassed, again, turnEnds, turnOver);
        }
    }
}
