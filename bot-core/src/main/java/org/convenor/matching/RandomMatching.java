package org.convenor.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Draws lots many times, makes each draw better by swaps, and keeps the best: what counts first is
/// that nobody meets again, then that district teams mix, then that those who got least of what
/// they asked for get more, then all needs met together.
///
/// Pairs of an even number of parties, up to five hundred, never repeat for half as many rounds as
/// there are parties, whatever was drawn before. Larger groups, and more rounds, repeat where no
/// draw was found that does not.
public final class RandomMatching implements Matching {
    private static final int DRAWS = 100;

    /// How many pairs are looked at: a few hundred parties take some hundredths of a second.
    private static final long WORK = 200_000;

    private static final long WORK_FOR_EACH = 400;

    @Override
    public Match match(MatchRequest request) {
        var random = new Random(request.seed());
        var lots = inOrderOfLots(request, random);
        var sizes = Sizes.of(lots.size(), request.size(), request.odd());
        int waiting = lots.size() - sizes.stream().mapToInt(Integer::intValue).sum();
        var sitOut = lots.subList(0, waiting);
        var seated = lots.subList(waiting, lots.size());
        var weights = new Weights(request, seated);
        var best = best(weights, sizes, random);
        return new Explanation(weights, seated).match(best.groups(), sitOut);
    }

    /// Who sat out least comes first, and among those the lot decides. Sorted before drawing: how a
    /// caller's list happens to be ordered must not matter.
    private static List<Party> inOrderOfLots(MatchRequest request, Random random) {
        var lots = new ArrayList<>(request.parties());
        lots.sort(Comparator.comparing(Party::key));
        Collections.shuffle(lots, random);
        lots.sort(Comparator.comparing(party -> request.satOut().getOrDefault(party.key(), 0)));
        return List.copyOf(lots);
    }

    private static Draw best(Weights weights, List<Integer> sizes, Random random) {
        int parties = weights.parties();
        var budget = new Budget(WORK + WORK_FOR_EACH * parties);
        var best = improved(weights, sizes, budget, random);
        for (int drawn = 1; drawn < DRAWS && !best.isIdeal() && !budget.isSpent(); drawn++) {
            var next = improved(weights, sizes, budget, random);
            best = next.cost().compareTo(best.cost()) < 0 ? next : best;
        }
        return best;
    }

    private static Draw improved(
            Weights weights, List<Integer> sizes, Budget budget, Random random) {
        var draw = new Draw(weights, sizes, budget, random);
        draw.improve();
        return draw;
    }
}
