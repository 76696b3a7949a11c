package org.convenor.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.convenor.protocol.Mode;

/// Days and hours in the reader's language.
final class Moments {
    private Moments() {}

    /// A clock time for a live session, day and time where it takes days. Always with its zone.
    static String time(Instant at, ZoneId zone, Mode mode, Locale locale) {
        var moment = at.atZone(zone);
        var clock =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(moment);
        var time = clock + " " + DateTimeFormatter.ofPattern("zzz", locale).format(moment);
        if (mode == Mode.LIVE) {
            return time;
        }
        var weekday = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        return weekday.format(moment) + ", " + time;
    }

    static String day(Instant at, ZoneId zone, Locale locale) {
        return day(at.atZone(zone).toLocalDate(), locale);
    }

    /// @param iso such as `2026-11-22`; anything else comes back as it is
    static String day(String iso, Locale locale) {
        try {
            return day(LocalDate.parse(iso), locale);
        } catch (DateTimeParseException _) {
            return iso;
        }
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }
}
