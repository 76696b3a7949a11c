package org.convenor.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Answer.Kind;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Checks what was typed into a form, and finds what can be counted of it.
final class Typed {
    private Typed() {}

    /// Some choices need a reason.
    ///
    /// @param errors gets a sentence for the reason if it is missing
    static void reason(
            Bundle bundle, Step.Ask ask, List<String> texts, Map<String, String> errors) {
        var needed =
                ask.answer().fields().getFirst().kind() instanceof Kind.Vote(_, _, var reasons)
                        ? reasons
                        : Set.<String>of();
        if (texts.size() < 2 || needed.isEmpty() || !texts.get(1).isBlank()) {
            return;
        }
        if (texts.getFirst().lines().anyMatch(needed::contains)) {
            errors.put(AnswerForm.key(1), bundle.text("form.reason-needed"));
        }
    }

    /// What can be counted of an answer without its words: who must accept comes before all else.
    static List<String> marks(Step.Ask ask, List<String> texts, UnaryOperator<String> settings) {
        var fields = ask.answer().fields();
        for (int index = 0; index < fields.size(); index++) {
            if (fields.get(index).kind() instanceof Kind.Person(boolean accepts) && accepts) {
                return marks(fields.get(index).kind(), texts.get(index), settings);
            }
        }
        for (int index = 0; index < fields.size(); index++) {
            var marks = marks(fields.get(index).kind(), texts.get(index), settings);
            if (!marks.isEmpty()) {
                return marks;
            }
        }
        return List.of();
    }

    private static List<String> marks(Kind kind, String text, UnaryOperator<String> settings) {
        var lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return switch (kind) {
            case Kind.Vote _, Kind.Cards _ -> lines;
            case Kind.Person(boolean accepts) -> accepts ? lines : List.of();
            case Kind.Several _ ->
                    IntStream.rangeClosed(1, lines.size()).mapToObj(String::valueOf).toList();
            case Kind.Pick(var ofFile, _, var setting) -> {
                var options = Options.of(ofFile, setting, settings);
                yield lines.stream().map(line -> String.valueOf(options.indexOf(line))).toList();
            }
            case Kind.Text _,
                    Kind.ShortText _,
                    Kind.Scale _,
                    Kind.Rank _,
                    Kind.Date _,
                    Kind.LinkOrFile _ ->
                    List.of();
        };
    }

    /// What is wrong with the text of one field, or null.
    static @Nullable String error(
            Bundle bundle,
            Kind kind,
            String text,
            UnaryOperator<String> settings,
            List<String> cards) {
        return switch (kind) {
            case Kind.Text _ -> tooLong(bundle, text, AnswerForm.LONGEST_TEXT);
            case Kind.Several(int most) -> several(bundle, text, most);
            case Kind.ShortText _, Kind.Person _ ->
                    tooLong(bundle, text, AnswerForm.LONGEST_SHORT_TEXT);
            case Kind.LinkOrFile _ -> tooLong(bundle, text, AnswerForm.LONGEST_LINK);
            case Kind.Vote(var choices, var use, _) ->
                    picked(
                            bundle,
                            choices.stream().map(Choice::name).toList(),
                            use instanceof Answer.Use.PickUpTo(int most) ? most : choices.size(),
                            text);
            case Kind.Cards(_, var use) ->
                    picked(
                            bundle,
                            cards,
                            use instanceof Answer.Use.PickUpTo(int most) ? most : cards.size(),
                            text);
            case Kind.Pick(var options, int most, var setting) ->
                    picked(bundle, Options.of(options, setting, settings), most, text);
            case Kind.Rank(var ofFile, var setting) -> {
                var options = Options.of(ofFile, setting, settings);
                yield picked(bundle, options, options.size(), text);
            }
            case Kind.Scale(int from, _, int to, _) ->
                    isNumber(text, from, to)
                            ? null
                            : bundle.text("form.no-number", Map.of("from", from, "to", to));
            case Kind.Date _ -> isDate(text) ? null : bundle.text("form.no-date");
        };
    }

    private static @Nullable String tooLong(Bundle bundle, String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most
                ? null
                : bundle.text("form.too-long", Map.of("length", length, "most", most));
    }

    private static @Nullable String several(Bundle bundle, String text, int most) {
        return text.lines().filter(line -> !line.isBlank()).count() > most
                ? bundle.text("form.too-many", Map.of("most", most))
                : tooLong(bundle, text, AnswerForm.LONGEST_TEXT);
    }

    private static @Nullable String picked(
            Bundle bundle, List<String> options, int most, String text) {
        var picked = text.lines().map(String::strip).toList();
        if (!options.containsAll(picked) || Set.copyOf(picked).size() < picked.size()) {
            return bundle.text("form.no-option");
        }
        return picked.size() <= most ? null : bundle.text("form.too-many", Map.of("most", most));
    }

    private static boolean isNumber(String text, int from, int to) {
        try {
            int number = Integer.parseInt(text);
            return number >= from && number <= to;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            var date = LocalDate.parse(text);
            return date.getYear() >= 2000 && date.getYear() < 2200;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
