package org.convenor.session;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.protocol.Window;

/// Working days and hours of a cohort, for steps that take days.
///
/// @param zone where the hours are counted
/// @param holidays days off besides Saturday and Sunday
public record WorkingCalendar(ZoneId zone, Set<LocalDate> holidays) {
    /// Working hours are from 9 to 17: nobody's step ends at night.
    static final LocalTime START = LocalTime.of(9, 0);

    static final LocalTime END = LocalTime.of(17, 0);

    public WorkingCalendar {
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    }

    /// The moment a window that opens at `from` closes: the same hour so many working days later,
    /// within working hours.
    public Instant plus(Instant from, Window window) {
        var moment = atWork(from.atZone(zone));
        for (int day = 0; day < window.days(); day++) {
            moment = moment.with(workingDayAfter(moment.toLocalDate()));
        }
        return plusHours(moment, window.hours()).toInstant();
    }

    /// The nearest working moment that is not earlier.
    public Instant atWork(Instant moment) {
        return atWork(moment.atZone(zone)).toInstant();
    }

    private ZonedDateTime plusHours(ZonedDateTime from, Duration hours) {
        var moment = from;
        var left = hours;
        while (!left.isZero()) {
            var untilEnd = Duration.between(moment, moment.with(END));
            if (left.compareTo(untilEnd) <= 0) {
                return moment.plus(left);
            }
            left = left.minus(untilEnd);
            moment = moment.with(workingDayAfter(moment.toLocalDate())).with(START);
        }
        return moment;
    }

    private ZonedDateTime atWork(ZonedDateTime moment) {
        if (!isWorkingDay(moment.toLocalDate())) {
            return moment.with(workingDayAfter(moment.toLocalDate())).with(START);
        }
        if (moment.toLocalTime().isBefore(START)) {
            return moment.with(START);
        }
        return moment.toLocalTime().isAfter(END)
                ? moment.with(workingDayAfter(moment.toLocalDate())).with(START)
                : moment;
    }

    private LocalDate workingDayAfter(LocalDate day) {
        var next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
