package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.List;
import org.convenor.protocol.Answer.Kind;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Setting;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;
import org.jspecify.annotations.Nullable;

/// Reads steps in which saved answers are used like cards: dealt out and rated, or sorted into
/// piles.
final class CardsReader {
    private static final int USUAL_EACH = 5;
    private static final int MOST_EACH = 10;
    private static final int MOST_PILES = 10;

    private final Reading reading;
    private final Section step;
    private final Place place;
    private final Attributes attributes;

    CardsReader(Reading reading, Section step, Place place, Attributes attributes) {
        this.reading = reading;
        this.step = step;
        this.place = place;
        this.attributes = attributes;
    }

    @Nullable Step deal(Heading heading) {
        Kept cards = cards();
        if (cards != null && cards.names() == Names.ANONYMOUS) {
            step.error(
                    "cards",
                    "Nobody gets their own card, and nobody knows whose the anonymous answers of %s are. Write “names: hidden” there."
                            .formatted(quoted(cards.title())));
        }
        Kind.Scale scale = scale();
        int each = step.read("cards each", USUAL_EACH, CardsReader::each);
        if (cards == null || scale == null) {
            return null;
        }
        return new Step.Deal(
                heading,
                attributes.who(),
                cards.name(),
                each,
                scale,
                attributes.saveAs(),
                attributes.reveal(Reveal.TOGETHER),
                attributes.until(Until.USUAL));
    }

    @Nullable Step sort(Heading heading) {
        Kept cards = cards();
        Piles piles = piles();
        if (cards == null || piles == null) {
            return null;
        }
        return new Step.Sort(
                heading,
                attributes.who(),
                cards.name(),
                piles.names(),
                piles.setting(),
                attributes.saveAs(),
                attributes.reveal(Reveal.TOGETHER),
                attributes.until(Until.USUAL));
    }

    private @Nullable Kept cards() {
        if (step.lacks("cards")) {
            step.error(
                    step.line(),
                    "It does not say what the cards are. Add “cards:” and the name that an earlier step has under “save as”.");
        }
        Kept kept = step.<@Nullable Kept>read("cards", null, reading.saved()::find);
        if (kept != null) {
            new CardRule(step, place).check("cards", kept);
        }
        return kept;
    }

    private Kind.@Nullable Scale scale() {
        if (step.lacks("answer")) {
            step.error(
                    step.line(),
                    "It does not say how a card is rated. Add for example “answer: scale from 1 (low) to 5 (high)”.");
            return null;
        }
        int errors = reading.remarks().errors();
        var answer = new AnswerReader(step, reading.texts()).read();
        boolean single = answer.fields().size() == 1;
        if (single && answer.fields().getFirst().kind() instanceof Kind.Scale scale) {
            return scale;
        }
        if (reading.remarks().errors() == errors) {
            step.error(
                    "answer",
                    "A card that is dealt is rated on a scale. Write for example “answer: scale from 1 (low) to 5 (high)”.");
        }
        return null;
    }

    private static int each(String words) throws Misread {
        String number = Section.small(words).replaceFirst(" cards?$", "");
        if (!number.matches("\\d{1,4}")
                || Integer.parseInt(number) < 1
                || Integer.parseInt(number) > MOST_EACH) {
            throw new Misread(
                    "is no number of cards for one person. Write a number from 1 to %d."
                            .formatted(MOST_EACH));
        }
        return Integer.parseInt(number);
    }

    /// @param setting the list of the settings they come from, or null
    private record Piles(List<String> names, @Nullable String setting) {}

    private @Nullable Piles piles() {
        if (step.lacks("into")) {
            step.error(
                    step.line(),
                    "It does not say into which piles. Add for example “into: [now, later, never]”.");
        }
        List<Node.Words> items = Listed.words(step, "into");
        if (items.isEmpty()) {
            return null;
        }
        Setting list = reading.texts().list(items.getFirst().text());
        if (list != null && items.size() == 1) {
            return new Piles(list.options(), list.name());
        }
        List<String> names = items.stream().map(item -> item.text().strip()).toList();
        String fault = fault(names);
        if (fault != null) {
            step.error("into", fault);
        }
        return new Piles(names, null);
    }

    private @Nullable String fault(List<String> names) {
        if (names.size() < 2 || names.size() > MOST_PILES) {
            return "It has %s. Sorting needs 2 to %d, or the name of a list in the settings.%s"
                    .formatted(
                            Wording.counted(names.size(), "pile"),
                            MOST_PILES,
                            Nearest.hint(names.getFirst(), reading.texts().listNames()));
        }
        if (names.stream().map(Section::small).distinct().count() < names.size()) {
            return "The same pile stands twice. Keep one of them.";
        }
        return names.stream()
                .filter(name -> name.length() > KindWords.LONGEST_OPTION)
                .findFirst()
                .map(name ->
                        "The pile %s has %d characters. A button or list shows at most %d."
                                .formatted(quoted(name), name.length(), KindWords.LONGEST_OPTION))
                .orElse(null);
    }
}
