package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Answer.Kind;
import org.convenor.protocol.Setting;
import org.jspecify.annotations.Nullable;

/// Reads how something is answered: `short text`, `pick up to 2 from topics`, `scale from 1 (not at
/// all) to 5 (very)`.
final class KindWords {
    private static final int MOST_OPTIONS = 50;

    /// What a button or a list shows whole.
    static final int LONGEST_OPTION = 75;

    private static final int USUAL_SEVERAL = 10;
    private static final int MOST_SEVERAL = 50;

    private static final Pattern CHOICE =
            Pattern.compile(
                    "(one of|pick up to (\\d{1,3}) (?:from|of)|rank)(?:\\s+(.*))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SCALE =
            Pattern.compile(
                    "scale from (\\d{1,3})(?: ?\\(([^()]*)\\))? to (\\d{1,3})(?: ?\\(([^()]*)\\))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL =
            Pattern.compile(
                    "several(?: texts)?(?:,? ?\\(?up to (\\d{1,3})\\)?)?",
                    Pattern.CASE_INSENSITIVE);
    private static final List<String> WORDS =
            List.of(
                    "text",
                    "short text",
                    "date",
                    "person",
                    "person who accepts",
                    "link or file",
                    "several",
                    "one of",
                    "rank");

    private final Texts texts;

    KindWords(Texts texts) {
        this.texts = texts;
    }

    /// Whether a list may follow these words instead of options on the same line.
    static boolean takesList(String words) {
        Matcher choice = CHOICE.matcher(Section.small(words));
        return choice.matches() && choice.group(3) == null;
    }

    Kind read(String words) throws Misread {
        return switch (Section.small(words)) {
            case "text" -> new Kind.Text();
            case "short text" -> new Kind.ShortText();
            case "date" -> new Kind.Date();
            case "person" -> new Kind.Person();
            case "person who accepts" -> new Kind.Person(true);
            case "link or file", "link", "file" -> new Kind.LinkOrFile();
            default -> longer(words.strip().replaceAll("\\s+", " "));
        };
    }

    private Kind longer(String words) throws Misread {
        Matcher choice = CHOICE.matcher(words);
        if (choice.matches()) {
            String options = choice.group(3) == null ? "" : choice.group(3);
            return choice(choice, options(options));
        }
        Matcher scale = SCALE.matcher(words);
        if (scale.matches()) {
            return scale(scale);
        }
        Matcher several = SEVERAL.matcher(words);
        if (several.matches()) {
            return several(several.group(1));
        }
        throw new Misread(
                "is no kind of answer I know. Write for example “text”, “short text”, “one of yes, no”, “pick up to 2 from"
                        + " a, b, c”, “scale from 1 (low) to 5 (high)”, “rank a, b, c”, “date”, “person”, “link or file”"
                        + " or “several (up to 5)”.%s".formatted(Nearest.hint(words, WORDS)));
    }

    /// @param words for which [#takesList] holds
    Kind read(String words, List<String> options) throws Misread {
        Matcher choice = CHOICE.matcher(words.strip());
        if (!choice.matches()) {
            throw new Misread("cannot be followed by a list.");
        }
        return choice(choice, new Options(options, null));
    }

    /// @param setting the list of the settings they come from, or null
    private record Options(List<String> words, @Nullable String setting) {}

    private static Kind choice(Matcher words, Options from) throws Misread {
        List<String> options = from.words();
        check(options);
        if (words.group(1).equalsIgnoreCase("rank")) {
            return new Kind.Rank(options, from.setting());
        }
        int most = words.group(2) == null ? 1 : Integer.parseInt(words.group(2));
        if (most < 1 || most > options.size()) {
            throw new Misread(
                    "lets people pick up to %d of %d options. Pick a number from 1 to %d."
                            .formatted(most, options.size(), options.size()));
        }
        return new Kind.Pick(options, most, from.setting());
    }

    private Options options(String words) throws Misread {
        Setting list = texts.list(words);
        if (list != null) {
            return new Options(list.options(), list.name());
        }
        List<String> options =
                Arrays.stream(words.split("\\s*,\\s*(?:or\\s+)?|\\s+or\\s+"))
                        .map(String::strip)
                        .filter(o -> !o.isEmpty())
                        .toList();
        if (options.size() == 1) {
            throw new Misread(
                    "has only the option %s. Write at least two with commas between them, or the name of a list in the settings.%s"
                            .formatted(quoted(words), Nearest.hint(words, texts.listNames())));
        }
        return new Options(options, null);
    }

    private static void check(List<String> options) throws Misread {
        if (options.size() < 2) {
            throw new Misread("needs at least two options, with commas between them.");
        }
        if (options.size() > MOST_OPTIONS) {
            throw new Misread(
                    "has %d options. At most %d fit in a form."
                            .formatted(options.size(), MOST_OPTIONS));
        }
        for (String option : options) {
            if (option.length() > LONGEST_OPTION) {
                throw new Misread(
                        "has the option %s with %d characters. A button or list shows at most %d."
                                .formatted(quoted(option), option.length(), LONGEST_OPTION));
            }
        }
        if (new HashSet<>(options).size() < options.size()) {
            throw new Misread("has the same option twice. Keep one of them.");
        }
    }

    private static Kind scale(Matcher scale) throws Misread {
        int from = Integer.parseInt(scale.group(1));
        int to = Integer.parseInt(scale.group(3));
        if (to <= from || to - from > 10) {
            throw new Misread(
                    "is not a scale people can use. Start low and take 2 to 11 values, for example “scale from 1 (low) to 5 (high)”.");
        }
        return new Kind.Scale(from, orEmpty(scale.group(2)), to, orEmpty(scale.group(4)));
    }

    private static Kind several(@Nullable String most) throws Misread {
        int number = most == null ? USUAL_SEVERAL : Integer.parseInt(most);
        if (number < 2 || number > MOST_SEVERAL) {
            throw new Misread(
                    "asks for up to %d texts. Ask for 2 to %d.".formatted(number, MOST_SEVERAL));
        }
        return new Kind.Several(number);
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words.strip();
    }
}
