package org.convenor.matching;

/// How much may still be tried. Counts work, never time, so that the same is tried on any machine.
final class Budget {
    private long left;

    Budget(long left) {
        this.left = left;
    }

    void spend(long work) {
        left -= work;
    }

    boolean isSpent() {
        return left <= 0;
    }
}
