package org.convenor.store;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Makes names for new rows. They sort by the time they were made, so that new rows stand at the
/// end of every index, and hold only letters and digits.
///
/// Safe for many threads if the random generator is.
public final class Ids {
    /// Crockford's letters: in the order of their codes, none mistaken for another.
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    /// 50 bits of time and 80 of chance.
    private static final int TIME_LETTERS = 10;

    private static final int RANDOM_LETTERS = 16;

    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param random unpredictable where ids must not be guessed
    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// A new id of 26 letters and digits.
    public String next() {
        var id = new StringBuilder(TIME_LETTERS + RANDOM_LETTERS);
        append(id, clock.millis(), TIME_LETTERS);
        return chance(id);
    }

    /// A name that tells nothing, not even when it was made: for what must stay anonymous.
    public String unordered() {
        var id = new StringBuilder(TIME_LETTERS + RANDOM_LETTERS);
        append(id, random.nextLong(), TIME_LETTERS);
        return chance(id);
    }

    private String chance(StringBuilder id) {
        append(id, random.nextLong(), RANDOM_LETTERS / 2);
        append(id, random.nextLong(), RANDOM_LETTERS / 2);
        return id.toString();
    }

    private static void append(StringBuilder id, long bits, int letters) {
        for (int i = letters - 1; i >= 0; i--) {
            id.append(LETTERS.charAt((int) (bits >>> (5 * i)) & 31));
        }
    }
}
