package org.convenor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.convenor.chat.ChannelId;
import org.convenor.view.Heard;
import org.jspecify.annotations.Nullable;

/// What rendering must know about the one who reads.
///
/// @param now goes along with every countdown, so that a device with a wrong clock still counts
///   right
/// @param csrf goes along with every form
/// @param heard whose lines the reader chose, or null; stays as long as they do, because every
///   address of the room carries it
record Reading(
        Words words, ZoneId zone, Instant now, ChannelId room, String csrf, @Nullable Heard heard) {
    /// The time of day, as the reader's clock has it.
    String clock(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .localizedBy(words.locale())
                .withZone(zone)
                .format(at);
    }

    /// The day and the time of day.
    String day(Instant at) {
        return DateTimeFormatter.ofPattern("EEE d MMM", words.locale()).withZone(zone).format(at)
                + ", "
                + clock(at);
    }

    /// The day alone, with its year.
    String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(words.locale())
                .withZone(zone)
                .format(at);
    }

    /// A length in minutes, or in days from a day on.
    String length(Duration length) {
        var days = length.toHours() < 20 ? 0 : length.toDays() + 1;
        return words.say("length", Map.of("days", days, "minutes", length.toMinutes()));
    }

    /// A moment in words: the time alone if it is within the day.
    String moment(Instant at) {
        var sameDay = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return sameDay ? clock(at) : day(at);
    }

    String action(String what) {
        return "/room/" + room + "/" + what + query(heard);
    }

    /// The end of an address that keeps what was chosen.
    static String query(@Nullable Heard heard) {
        return heard == null ? "" : "?lines=" + (heard == Heard.ALL_GROUPS ? "all" : "own");
    }
}
