package org.convenor.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Parties dealt into groups by lot, and then made better: two of them change places wherever that
/// helps.
final class Draw {
    private final Weights weights;
    private final Budget budget;
    private final List<int[]> groups = new ArrayList<>();
    private final List<Cost> costs = new ArrayList<>();
    private final int[] groupOf;
    private final int[] placeOf;

    Draw(Weights weights, List<Integer> sizes, Budget budget, Random random) {
        this.weights = weights;
        this.budget = budget;
        int parties = sizes.stream().mapToInt(Integer::intValue).sum();
        groupOf = new int[parties];
        placeOf = new int[parties];
        var lots = new ArrayList<>(IntStream.range(0, parties).boxed().toList());
        Collections.shuffle(lots, random);
        int dealt = 0;
        for (int size : sizes) {
            deal(lots.subList(dealt, dealt + size));
            dealt += size;
        }
    }

    private void deal(List<Integer> lots) {
        int[] group = new int[lots.size()];
        groups.add(group);
        for (int place = 0; place < group.length; place++) {
            seat(lots.get(place), groups.size() - 1, place);
        }
        costs.add(weights.of(group));
    }

    List<int[]> groups() {
        return groups;
    }

    Cost cost() {
        return costs.stream().reduce(Cost.NONE, Cost::plus);
    }

    boolean isIdeal() {
        return weights.isIdeal(cost());
    }

    /// Swaps until no swap helps any more, or the budget is spent. Bad pairs are parted first,
    /// before looking for good ones takes up the budget.
    ///
    /// Pairs cannot get stuck: if n parties are an even number and each met fewer than n/2 others,
    /// a pair that met before can be parted. Each of the two may still be paired with n/2 others.
    /// These stand in n/2 - 1 other pairs, so in one of them the first may be paired with one and
    /// the second with the other.
    void improve() {
        improve(Cost::isClean);
        improve(weights::isIdeal);
    }

    private void improve(Predicate<Cost> isContent) {
        boolean helped = true;
        while (helped && !budget.isSpent()) {
            helped = false;
            for (int one : worstFirst()) {
                helped |= improve(one, isContent);
            }
        }
    }

    private List<Integer> worstFirst() {
        var borne = IntStream.range(0, groupOf.length).mapToObj(this::cost).toList();
        return IntStream.range(0, groupOf.length)
                .boxed()
                .sorted(Comparator.<Integer, Cost>comparing(borne::get).reversed())
                .toList();
    }

    private Cost cost(int one) {
        return weights.of(one, groups.get(groupOf[one]));
    }

    private boolean improve(int one, Predicate<Cost> isContent) {
        boolean helped = false;
        boolean content = isContent.test(cost(one));
        for (int other = 0; other < groupOf.length && !content && !budget.isSpent(); other++) {
            if (groupOf[one] != groupOf[other] && swapIfBetter(one, other)) {
                helped = true;
                content = isContent.test(cost(one));
            }
        }
        return helped;
    }

    private boolean swapIfBetter(int one, int other) {
        int here = groupOf[one];
        int there = groupOf[other];
        budget.spend(pairs(here) + pairs(there));
        swap(one, other);
        var costHere = weights.of(groups.get(here));
        var costThere = weights.of(groups.get(there));
        boolean better =
                costHere.plus(costThere).compareTo(costs.get(here).plus(costs.get(there))) < 0;
        if (better) {
            costs.set(here, costHere);
            costs.set(there, costThere);
        } else {
            swap(one, other);
        }
        return better;
    }

    private long pairs(int group) {
        long size = groups.get(group).length;
        return size * size;
    }

    private void swap(int one, int other) {
        int group = groupOf[one];
        int place = placeOf[one];
        seat(one, groupOf[other], placeOf[other]);
        seat(other, group, place);
    }

    private void seat(int one, int group, int place) {
        groupOf[one] = group;
        placeOf[one] = place;
        groups.get(group)[place] = one;
    }
}
