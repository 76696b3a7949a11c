package org.convenor.view;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// The few words that a chat platform's renderer adds of its own to messages and forms, in one
/// language. Plain text.
public final class CardWords {
    private final Bundle bundle;

    private CardWords(Bundle bundle) {
        this.bundle = bundle;
    }

    public static CardWords of(Locale locale) {
        return new CardWords(Bundle.of(locale));
    }

    /// When the time of a step is up.
    ///
    /// @param time in whatever form the platform has for a moment
    public String until(String time) {
        return bundle.text("card.until", Map.of("time", time));
    }

    /// What is left while the clock stands still, to the second.
    public String paused(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        var span =
                seconds >= 3600
                        ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                        : "%d:%02d".formatted(seconds / 60, seconds % 60);
        return bundle.text("card.paused", Map.of("left", span));
    }

    /// The button that opens a form.
    public String openForm() {
        return bundle.text("card.open-form");
    }

    /// The button that shows what is for whoever presses it alone.
    public String mine() {
        return bundle.text("card.mine");
    }

    /// Closes a form without sending it.
    public String cancel() {
        return bundle.text("card.cancel");
    }

    /// The answer to a question that is asked before a button acts.
    public String yes() {
        return bundle.text("card.yes");
    }

    /// The other answer.
    public String no() {
        return bundle.text("card.no");
    }

    /// Stands in an empty list of options.
    public String choose() {
        return bundle.text("card.choose");
    }

    /// @param most how many options may be picked
    public String chooseUpTo(int most) {
        return bundle.text("card.choose-up-to", Map.of("most", most));
    }

    /// Goes before options that are too long for their list.
    public String inFull() {
        return bundle.text("card.in-full");
    }

    /// Stands where a message or form is longer than the platform takes.
    public String cut() {
        return bundle.text("card.cut");
    }
}
