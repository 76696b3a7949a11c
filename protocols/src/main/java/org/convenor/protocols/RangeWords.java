package org.convenor.protocols;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How many, as people write it: `5 to 12`, `4 or more`, `up to 8`, `6`.
record RangeWords(@Nullable Integer least, @Nullable Integer most) {
    static final RangeWords ANY = new RangeWords(null, null);

    private static final Pattern BOTH = Pattern.compile("(\\d{1,4}) ?(?:to|-|–) ?(\\d{1,4})");
    private static final Pattern LEAST = Pattern.compile("(?:at least )?(\\d{1,4})(?: or more)?");
    private static final Pattern MOST = Pattern.compile("(?:up to|at most) (\\d{1,4})");

    static RangeWords read(String words) throws Misread {
        String small = Section.small(words).replaceFirst(" (people|persons|teams)$", "");
        Matcher both = BOTH.matcher(small);
        Matcher least = LEAST.matcher(small);
        Matcher most = MOST.matcher(small);
        if (both.matches()) {
            return checked(Integer.parseInt(both.group(1)), Integer.valueOf(both.group(2)));
        }
        if (most.matches()) {
            return checked(1, Integer.valueOf(most.group(1)));
        }
        if (least.matches()) {
            int number = Integer.parseInt(least.group(1));
            return checked(number, small.equals(least.group(1)) ? (Integer) number : null);
        }
        throw new Misread(
                "is no number of people or teams. Write for example “5 to 12”, “4 or more” or “up to 8”.");
    }

    private static RangeWords checked(int least, @Nullable Integer most) throws Misread {
        if (least < 1 || (most != null && most < least)) {
            throw new Misread(
                    "cannot be. Start with the smaller number, and with at least 1, for example “5 to 12”.");
        }
        return new RangeWords(least, most);
    }
}
