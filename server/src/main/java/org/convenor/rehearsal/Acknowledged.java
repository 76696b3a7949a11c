package org.convenor.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Press;

/// What the bot said it has taken from one seat. Not thread-safe.
final class Acknowledged {
    private static final String ANSWER = "answer";

    private final List<String> texts = new ArrayList<>();
    private int contributions;

    /// A form, if it was one that answers a question.
    ///
    /// @param values by name of the form's field, empty ones among them
    void sent(Press press, Map<String, String> values) {
        if (press.verb().equals(ANSWER)) {
            // What is said of many cards is one answer.
            contributions +=
                    Math.toIntExact(
                            values.keySet().stream()
                                    .map(name -> name.split("\\.", 2)[0])
                                    .distinct()
                                    .count());
            values.forEach((name, value) -> {
                if (!value.isBlank() && !name.contains(".")) {
                    texts.add(value);
                }
            });
        }
    }

    /// Words on the open floor.
    void wrote(String words) {
        contributions++;
        texts.add(words);
    }

    /// How many answers and words; an answer counts once for each of its fields.
    int contributions() {
        return contributions;
    }

    /// Answers and words as they were sent, in order; those about single cards left out.
    List<String> texts() {
        return List.copyOf(texts);
    }
}
