package org.convenor.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Whole schedules in which everybody meets everybody else exactly once. A person is `p` and a
/// number; a round is a list of groups.
final class Designs {
    private static final int[][] FIRST_DAY = {
        {14, 0, 7}, {1, 2, 4}, {3, 8, 12}, {5, 11, 13}, {6, 9, 10}
    };

    /// Fifteen schoolgirls walk in threes, seven days: Kirkman, 1850.
    static final List<List<List<String>>> KIRKMAN =
            IntStream.range(0, 7).mapToObj(Designs::schoolday).toList();

    private Designs() {}

    private static List<List<String>> schoolday(int day) {
        return IntStream.range(0, FIRST_DAY.length)
                .mapToObj(row -> names(IntStream.of(FIRST_DAY[row]).map(girl -> later(girl, day))))
                .toList();
    }

    private static int later(int girl, int days) {
        if (girl == 14) {
            return girl;
        }
        int half = girl / 7 * 7;
        return half + (girl - half + days) % 7;
    }

    /// The lines of a plane over a prime field: q times q points, q + 1 rounds of q groups of q.
    static List<List<List<String>>> plane(int q) {
        var rounds = new ArrayList<List<List<String>>>();
        rounds.add(round(q, (line, at) -> line * q + at));
        for (int slope = 0; slope < q; slope++) {
            int rise = slope;
            rounds.add(round(q, (line, at) -> at * q + (rise * at + line) % q));
        }
        return rounds;
    }

    private static List<List<String>> round(int q, Points points) {
        return IntStream.range(0, q)
                .mapToObj(line -> names(IntStream.range(0, q).map(at -> points.of(line, at))))
                .toList();
    }

    private static List<String> names(IntStream points) {
        return points.mapToObj(point -> "p" + point).toList();
    }

    private interface Points {
        int of(int line, int at);
    }
}
