package org.convenor.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convenor.chat.Part;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;

/// When the time of a step is up. Each reader's own Slack puts the moment into their time zone and
/// says "today" or "tomorrow", so the text never has to change.
final class Clock {
    /// Below, people look at the clock; above, at the calendar too.
    private static final Duration WITHIN_A_DAY = Duration.ofHours(12);

    /// Slack's dates are whole numbers of 32 bits.
    private static final Instant LAST = Instant.ofEpochSecond(Integer.MAX_VALUE);

    private static final DateTimeFormatter FALLBACK =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// Stands for the moment while the words around it are fetched.
    private static final String HERE = "\u0001";

    private Clock() {}

    static Stream<LayoutBlock> of(Part.Deadline deadline, CardWords words) {
        var line = line(deadline, words);
        return line == null ? Stream.of() : Stream.of(RichText.line(line));
    }

    /// The moment in words, or what is left; null where there is no time limit.
    static @Nullable List<RichTextElement> line(Part.Deadline deadline, CardWords words) {
        var at = deadline.at();
        if (at == null) {
            return deadline.left() == null
                    ? null
                    : List.of(Inline.text(words.paused(deadline.left()), Style.BOLD));
        }
        var around = words.until(HERE).split(HERE, 2);
        var line = new ArrayList<RichTextElement>();
        line.add(Inline.text(around[0], Style.PLAIN));
        line.add(moment(at, deadline.total()));
        if (around.length > 1 && !around[1].isEmpty()) {
            line.add(Inline.text(around[1], Style.PLAIN));
        }
        line.removeIf(
                one -> one instanceof RichTextSectionElement.Text text && text.getText().isEmpty());
        return line;
    }

    private static RichTextElement moment(Instant at, Duration total) {
        var fallback = FALLBACK.format(at);
        if (at.isAfter(LAST) || at.isBefore(Instant.EPOCH)) {
            return Inline.text(fallback, Style.BOLD);
        }
        boolean sameDay = !total.isZero() && total.compareTo(WITHIN_A_DAY) < 0;
        return RichTextSectionElement.Date.builder()
                .timestamp(Math.toIntExact(at.getEpochSecond()))
                .format(sameDay ? "{time}" : "{date_short_pretty}, {time}")
                .fallback(fallback)
                .style(Style.BOLD.of())
                .build();
    }
}
