package org.convenor.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.convenor.chat.Form;
import org.convenor.chat.Form.Field;
import org.convenor.chat.Press;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Answer.Kind;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Step;
import org.convenor.session.Asking;
import org.convenor.session.Ballots;
import org.convenor.session.Questions;

/// The form for a question, and what was typed into it. A question about cards has one field for
/// each card, every other answer one for each of its fields.
public final class AnswerForm {
    /// Characters in a long answer. Fits a Slack section and a Teams card with room to spare.
    public static final int LONGEST_TEXT = 2_800;

    static final int LONGEST_SHORT_TEXT = 300;
    static final int LONGEST_LINK = 2_000;

    private AnswerForm() {}

    /// What was read from a form: either texts for every field in order, or sentences by field.
    ///
    /// @param texts one for each field of the answer
    /// @param errors by name of the form's field; empty if all is well
    /// @param marks what can be counted of the answer, see [org.convenor.session.Given#marks]
    public record Read(List<String> texts, Map<String, String> errors, List<String> marks) {
        public Read {
            texts = List.copyOf(texts);
            errors = Map.copyOf(errors);
            marks = List.copyOf(marks);
        }

        public boolean isFine() {
            return errors.isEmpty();
        }
    }

    /// @param own what this person answered before, by name of the answer's field
    /// @param cards ids of the cards this person has before them
    static Form of(
            Scene scene, Step.Ask ask, Press submit, Map<String, String> own, List<String> cards) {
        var bundle = scene.bundle();
        var fields = new ArrayList<Field>();
        for (int index = 0; index < ask.answer().fields().size(); index++) {
            var field = ask.answer().fields().get(index);
            if (CardFields.isEach(field.kind())) {
                fields.addAll(
                        CardFields.of(
                                scene, field.kind(), key(index), own.get(field.name()), cards));
            } else {
                fields.add(field(scene, ask, index, own, cards));
            }
        }
        return new Form(
                ask.title(),
                scene.stepText(ask),
                visibility(scene, ask),
                fields,
                bundle.text(own.isEmpty() ? "do.send" : "do.change"),
                submit);
    }

    private static Field field(
            Scene scene, Step.Ask ask, int index, Map<String, String> own, List<String> cards) {
        var field = ask.answer().fields().get(index);
        return new Field(
                key(index),
                label(scene, ask, field),
                hint(scene, ask, field),
                Inputs.of(scene, field.kind(), cards),
                isRequired(ask, index),
                own.getOrDefault(field.name(), Inputs.initial(scene, field.kind())));
    }

    /// One line that says who will see the answer, and when.
    private static String visibility(Scene scene, Step.Ask ask) {
        boolean inGroup = scene.track().group() > 0 && !ask.who().isCollective();
        return visibility(scene.bundle(), ask, inGroup);
    }

    /// One line that says who will see the answer, and when.
    ///
    /// @param inGroup whether it is asked inside a group, and of people one by one
    public static String visibility(Bundle bundle, Step.Ask ask, boolean inGroup) {
        return bundle.text(
                        "see." + ask.reveal(),
                        Map.of("where", inGroup ? "group" : "all", "who", who(ask)))
                + " "
                + bundle.text(
                        "see.names." + ask.names(), Map.of("least", Questions.FEWEST_ANONYMOUS));
    }

    private static String who(Step.Ask ask) {
        return ask.who().isCollective() ? "together" : "each";
    }

    /// Reads what was typed. One of the fields must have something; a question with several fields
    /// may be answered in part.
    ///
    /// @param settings what was typed at the start for a setting, by its name; empty if nothing was
    /// @param cards ids of the cards this person has before them
    public static Read read(
            Bundle bundle,
            Step.Ask ask,
            Map<String, String> values,
            UnaryOperator<String> settings,
            List<String> cards) {
        var texts = new ArrayList<String>();
        var errors = new TreeMap<String, String>();
        var fields = ask.answer().fields();
        for (int index = 0; index < fields.size(); index++) {
            var kind = fields.get(index).kind();
            if (CardFields.isEach(kind)) {
                var read = CardFields.read(bundle, kind, key(index), values, settings, cards);
                errors.putAll(read.errors());
                texts.add(String.join("\n", read.marks()));
                continue;
            }
            var text = Legible.words(values.getOrDefault(key(index), ""));
            var error = text.isEmpty() ? null : Typed.error(bundle, kind, text, settings, cards);
            if (text.isEmpty() && isRequired(ask, index)) {
                error = bundle.text("form.required");
            }
            if (error != null) {
                errors.put(key(index), error);
            }
            texts.add(text);
        }
        Typed.reason(bundle, ask, texts, errors);
        if (errors.isEmpty() && texts.stream().allMatch(String::isEmpty)) {
            errors.put(key(0), bundle.text("form.required"));
        }
        return new Read(
                texts, errors, errors.isEmpty() ? Typed.marks(ask, texts, settings) : List.of());
    }

    static String key(int index) {
        return "f" + index;
    }

    /// Of several long texts each may stay empty: what is there is taken. Everything else is
    /// needed.
    private static boolean isRequired(Step.Ask ask, int index) {
        var fields = ask.answer().fields();
        return fields.size() == 1
                || switch (fields.get(index).kind()) {
                    case Kind.Text _, Kind.Several _ -> false;
                    case Kind.ShortText _,
                            Kind.Pick _,
                            Kind.Scale _,
                            Kind.Rank _,
                            Kind.Date _,
                            Kind.Person _,
                            Kind.Vote _,
                            Kind.Cards _,
                            Kind.LinkOrFile _ ->
                            true;
                };
    }

    /// For which choices a reason is needed, or how to fill in what is not obvious.
    private static String hint(Scene scene, Step.Ask ask, Answer.Field field) {
        boolean reason = field.name().equals(Ballots.REASON);
        if (reason
                && ask.answer().fields().getFirst().kind() instanceof Kind.Vote vote
                && !vote.reasonFor().isEmpty()) {
            var names =
                    vote.choices().stream()
                            .map(Choice::name)
                            .filter(vote.reasonFor()::contains)
                            .collect(Collectors.joining(", "));
            return scene.bundle().text("hint.reason", Map.of("choices", Markup.escape(names)));
        }
        return Inputs.hint(scene.bundle(), field.kind());
    }

    private static String label(Scene scene, Step.Ask ask, Answer.Field field) {
        if (field.name().equals(Answer.ONLY)) {
            return ask.title();
        }
        if (ResultParts.isCounted(ask)) {
            return field.name().equals(Ballots.REASON)
                    ? scene.bundle().text("form.reason")
                    : ask.title();
        }
        return Markup.capital(field.name());
    }

    /// Own answers of an asking, by name of the field.
    static Map<String, String> own(Scene scene, Step.Ask ask, Asking asking, int first) {
        var own = new LinkedHashMap<String, String>();
        for (var visible : scene.answers(asking)) {
            if (visible.no() >= first && visible.no() < first + ask.answer().fields().size()) {
                own.put(visible.field(), visible.text());
            }
        }
        return own;
    }
}
