package org.convenor.protocols;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Window;
import org.jspecify.annotations.Nullable;

/// A length of time as people write it, such as `5 min`, `1 min 30 sec` or `2 days`.
///
/// @param days working days
/// @param time hours and shorter on top
record Length(int days, Duration time) {
    private static final Duration LONGEST_LIVE = Duration.ofHours(3);
    private static final int LONGEST_DAYS = 60;

    private static final Pattern PART =
            Pattern.compile("\\G\\s*(\\d{1,6})\\s*([a-z]+)\\.?\\s*(?:,|and\\b)?\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2})");
    private static final Pattern FRACTION =
            Pattern.compile("(\\d{1,4})[.,](\\d{1,4})\\s*(min|minutes?|h|hours?)");
    private static final List<String> NUMBERS =
            List.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen",
                    "twenty");

    /// Seconds in each unit; days and weeks are counted apart.
    private static final Map<String, Integer> SECONDS =
            Map.ofEntries(
                    Map.entry("s", 1),
                    Map.entry("sec", 1),
                    Map.entry("secs", 1),
                    Map.entry("second", 1),
                    Map.entry("seconds", 1),
                    Map.entry("min", 60),
                    Map.entry("mins", 60),
                    Map.entry("minute", 60),
                    Map.entry("minutes", 60),
                    Map.entry("h", 3600),
                    Map.entry("hour", 3600),
                    Map.entry("hours", 3600));

    private static final Map<String, Integer> DAYS =
            Map.of("day", 1, "days", 1, "week", 5, "weeks", 5);

    /// The time beside a call, or null for `none`.
    static @Nullable Duration live(String words) throws Misread {
        if (isNone(words)) {
            return null;
        }
        Length length = read(words);
        if (length.days > 0) {
            throw new Misread(
                    "is too long for a call. Write minutes, for example “5 min”; days belong after “async:”.");
        }
        if (length.time.compareTo(LONGEST_LIVE) > 0) {
            throw new Misread(
                    "is longer than 3 hours. Split the step, or write minutes, for example “30 min”.");
        }
        return length.time;
    }

    /// The window over days, or null for `none`.
    static @Nullable Window async(String words) throws Misread {
        if (isNone(words)) {
            return null;
        }
        Length length = read(words);
        if (length.days > LONGEST_DAYS || length.time.toHours() > 8 * LONGEST_DAYS) {
            throw new Misread(
                    "is longer than %d working days. Nobody remembers a step for so long; write fewer."
                            .formatted(LONGEST_DAYS));
        }
        if (length.days == 0 && length.time.toMinutes() < 15) {
            throw new Misread(
                    "is too short for people who look in now and then. Write hours or days, for example “1 day”, or “none”.");
        }
        return new Window(length.days, length.time);
    }

    private static boolean isNone(String words) {
        return Section.small(words).equals("none");
    }

    static Length read(String words) throws Misread {
        String small = words.strip().toLowerCase(Locale.ROOT);
        Matcher part = PART.matcher(small);
        int end = 0;
        long days = 0;
        long seconds = 0;
        while (end < small.length() && part.find()) {
            int number = Integer.parseInt(part.group(1));
            Integer inDays = DAYS.get(part.group(2));
            Integer inSeconds = SECONDS.get(part.group(2));
            if (inDays == null && inSeconds == null) {
                throw notATime(small);
            }
            days += inDays == null ? 0 : (long) number * inDays;
            seconds += inSeconds == null ? 0 : (long) number * inSeconds;
            end = part.end();
        }
        if (end == 0 || end < small.length()) {
            throw notATime(small);
        }
        if (days == 0 && seconds == 0) {
            throw new Misread("takes no time. Write “none” if the step takes no time of its own.");
        }
        return new Length((int) Math.min(days, Integer.MAX_VALUE), Duration.ofSeconds(seconds));
    }

    private static Misread notATime(String small) {
        Matcher clock = CLOCK.matcher(small);
        Matcher fraction = FRACTION.matcher(small);
        if (NUMBER.matcher(small).matches()) {
            return new Misread(
                    "has no unit. A length needs a unit. Write “%s min”.".formatted(small));
        }
        if (small.startsWith("-")) {
            return new Misread("is less than nothing. Write a length such as “5 min”, or “none”.");
        }
        if (clock.matches()) {
            return new Misread(
                    "can be read in two ways. Write %s or %s."
                            .formatted(inUnits(clock, 1), inUnits(clock, 60)));
        }
        if (fraction.matches()) {
            return new Misread(
                    "has a fraction. Write %s."
                            .formatted(Wording.quoted(Wording.length(whole(fraction)))));
        }
        return new Misread(
                "is not a time. Write for example “5 min”, “30 sec”, “2 days” or “none”.%s"
                        .formatted(wordHint(small)));
    }

    /// The clock's two numbers as minutes and seconds, or sixty times that.
    private static String inUnits(Matcher clock, int unit) {
        long units = Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2));
        return Wording.quoted(Wording.length(Duration.ofSeconds(units * unit)));
    }

    private static Duration whole(Matcher fraction) {
        long unit = fraction.group(3).startsWith("m") ? 60 : 3600;
        BigDecimal number = new BigDecimal(fraction.group(1) + "." + fraction.group(2));
        return Duration.ofSeconds(number.multiply(BigDecimal.valueOf(unit)).longValue());
    }

    private static String wordHint(String small) {
        String[] words = small.split("\\s+", 3);
        int number = NUMBERS.indexOf(words[0]);
        String unit = words.length > 1 ? words[1] : "min";
        boolean unitKnown = SECONDS.containsKey(unit) || DAYS.containsKey(unit);
        return number > 0 && words.length < 3 && unitKnown
                ? " Did you mean “%d %s”?".formatted(number, unit)
                : "";
    }
}
