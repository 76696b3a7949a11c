package org.convenor.protocols;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Proposes the known word that was probably meant.
final class Nearest {
    /// Longer words are sentences; nobody misspells them into a keyword.
    private static final int LONGEST = 40;

    private Nearest() {}

    /// The known word with the fewest slips from `wrong`, or null when none is near.
    static @Nullable String to(String wrong, Collection<String> known) {
        String typed = wrong.strip().toLowerCase(Locale.ROOT);
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return null;
        }
        String best = null;
        int fewest = allowed(typed.length()) + 1;
        for (String word : known) {
            int slips =
                    word.length() > LONGEST ? LONGEST : slips(typed, word.toLowerCase(Locale.ROOT));
            if (slips < fewest) {
                fewest = slips;
                best = word;
            }
        }
        return best;
    }

    /// A sentence to append, with a space before it, or nothing.
    static String hint(String wrong, Collection<String> known) {
        String near = to(wrong, known);
        return near == null ? "" : " Did you mean " + Wording.quoted(near) + "?";
    }

    /// None in a single sign, one slip in a short word, two from five letters on, three in a long
    /// one.
    private static int allowed(int length) {
        return length < 2 ? 0 : length < 4 ? 1 : length < 9 ? 2 : 3;
    }

    /// Letters to add, drop, change, or swap with their neighbour.
    static int slips(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
