package org.convenor.protocol;

/// How large groups become when so many are split.
///
/// @param least in the smallest group
/// @param most in the largest group
record GroupSizes(int least, int most) {
    /// From here on sizes repeat: there are more groups than anybody can be left over.
    private static int regular(int size) {
        return size * size + size;
    }

    /// The sizes for any number from `from` to `to`; fewer than `size` are one group.
    static GroupSizes of(int from, int to, int size, Grouping.Odd odd) {
        int first = Math.max(from, size);
        int last = Math.min(Math.max(to, first), Math.max(first, regular(size)) + size);
        GroupSizes all = of(first, size, odd);
        for (int number = first + 1; number <= last; number++) {
            GroupSizes sizes = of(number, size, odd);
            all = new GroupSizes(Math.min(all.least, sizes.least), Math.max(all.most, sizes.most));
        }
        return to < size ? new GroupSizes(from, to) : all;
    }

    private static GroupSizes of(int number, int size, Grouping.Odd odd) {
        return switch (odd) {
            case SIT_OUT -> new GroupSizes(size, size);
            case LARGER -> split(number, number / size);
            case SMALLER -> split(number, Math.ceilDiv(number, size));
            case BALANCED -> {
                GroupSizes larger = split(number, number / size);
                yield larger.most <= size + 1 ? larger : split(number, number / size + 1);
            }
        };
    }

    private static GroupSizes split(int number, int groups) {
        return new GroupSizes(number / groups, Math.ceilDiv(number, groups));
    }
}
