package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Method;
import org.convenor.protocol.Setting;

/// Reads what can be chosen in a decision.
final class ChoicesReader {
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 40;

    private static final SequencedMap<String, String> CONSENT =
            inOrder(
                    Map.entry(Choice.CONSENT, "Good enough for now, safe enough to try."),
                    Map.entry(Choice.CONCERN, "I consent, and I have a concern to write down."),
                    Map.entry(Choice.OBJECTION, "I see harm in this, and give the reason."));

    private static final SequencedMap<String, String> FINGERS =
            inOrder(
                    Map.entry("0", "No. It must not happen like this."),
                    Map.entry("1", "I see a serious problem."),
                    Map.entry("2", "I have doubts we should talk about."),
                    Map.entry("3", "I can live with it."),
                    Map.entry("4", "A good idea."),
                    Map.entry("5", "I will put work into it."));

    private final Section step;
    private final Texts texts;
    private final Method method;

    ChoicesReader(Section step, Texts texts, Method method) {
        this.step = step;
        this.texts = texts;
        this.method = method;
    }

    /// Whether the method brings choices of its own, which the file can only word.
    static boolean hasOwn(Method method) {
        return method == Method.CONSENT || method == Method.FIST_TO_FIVE;
    }

    /// The choices in their order; empty if there are none, or a remark was made.
    List<Choice> read() {
        Node node = step.node("choices");
        if (node == null) {
            return usual().entrySet().stream()
                    .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                    .toList();
        }
        List<Choice> written = node instanceof Node.Mapping mapping ? named(mapping) : listed();
        return hasOwn(method) ? worded(written) : counted(written);
    }

    private SequencedMap<String, String> usual() {
        return switch (method) {
            case CONSENT -> CONSENT;
            case FIST_TO_FIVE -> FINGERS;
            case DOTS, RANK, MAJORITY -> inOrder();
        };
    }

    private List<Choice> named(Node.Mapping mapping) {
        List<Choice> choices = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            if (!(entry.value() instanceof Node.Words(int _, String text)) || text.isBlank()) {
                step.error(
                        entry.line(),
                        "After the choice %s I expect a few words that people read."
                                .formatted(quoted(entry.key())));
                continue;
            }
            if (entry.key().isBlank() || entry.key().length() > LONGEST_NAME) {
                step.error(
                        entry.line(),
                        "A choice has a name of 1 to %d characters before its colon; %s has %d."
                                .formatted(
                                        LONGEST_NAME, quoted(entry.key()), entry.key().length()));
            }
            tooLong(entry.line(), text.strip());
            choices.add(new Choice(entry.key(), text.strip()));
        }
        return choices;
    }

    private List<Choice> listed() {
        List<Node.Words> items = Listed.words(step, "choices");
        Setting list = items.size() == 1 ? texts.list(items.getFirst().text()) : null;
        if (list != null) {
            return list.options().stream().map(option -> new Choice(option, option)).toList();
        }
        List<Choice> choices = new ArrayList<>();
        for (Node.Words item : items) {
            String text = item.text().strip();
            tooLong(item.line(), text);
            choices.add(new Choice(text, text));
        }
        return choices;
    }

    private void tooLong(int line, String text) {
        if (text.length() > KindWords.LONGEST_OPTION) {
            step.error(
                    line,
                    "The choice %s has %d characters. A button or list shows at most %d."
                            .formatted(quoted(text), text.length(), KindWords.LONGEST_OPTION));
        }
    }

    /// The method's own choices, in the words of the file.
    private List<Choice> worded(List<Choice> written) {
        SequencedMap<String, String> usual = usual();
        SequencedMap<String, String> words = new LinkedHashMap<>();
        boolean slips = false;
        for (Choice choice : written) {
            String name = Section.small(choice.name());
            if (usual.containsKey(name)) {
                words.put(name, choice.text());
            } else {
                slips = true;
                step.error(
                        "choices",
                        "%s is no choice of this method. It has %s.%s"
                                .formatted(
                                        quoted(choice.name()),
                                        Wording.all(
                                                usual.keySet().stream()
                                                        .map(Wording::quoted)
                                                        .toList()),
                                        Nearest.hint(name, usual.keySet())));
            }
        }
        if (method == Method.CONSENT && !slips) {
            complete(words);
        }
        return method == Method.CONSENT ? choices(words) : fingers(words);
    }

    /// Some leave out the concern; the others are needed.
    private void complete(SequencedMap<String, String> words) {
        for (String needed : List.of(Choice.CONSENT, Choice.OBJECTION)) {
            if (!words.containsKey(needed)) {
                step.error(
                        "choices",
                        "A decision by consent needs the choice %s. Add it with a colon and the words people read."
                                .formatted(quoted(needed)));
            }
        }
    }

    private static List<Choice> fingers(SequencedMap<String, String> words) {
        SequencedMap<String, String> all = new LinkedHashMap<>(FINGERS);
        all.putAll(words);
        return choices(all);
    }

    private static List<Choice> choices(SequencedMap<String, String> words) {
        return words.entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Choice> counted(List<Choice> choices) {
        long different =
                choices.stream().map(choice -> Section.small(choice.name())).distinct().count();
        if (choices.size() < 2 || choices.size() > MOST) {
            step.error(
                    "choices",
                    "It has %s. A decision needs 2 to %d."
                            .formatted(Wording.counted(choices.size(), "choice"), MOST));
        } else if (different < choices.size()) {
            step.error("choices", "The same choice stands twice. Keep one of them.");
        }
        return choices;
    }

    @SafeVarargs
    private static SequencedMap<String, String> inOrder(Map.Entry<String, String>... entries) {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
