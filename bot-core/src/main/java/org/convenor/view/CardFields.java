package org.convenor.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.convenor.chat.Form;
import org.convenor.chat.Form.Field;
import org.convenor.chat.Form.Option;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Answer.Kind;
import org.convenor.protocol.Choice;
import org.jspecify.annotations.Nullable;

/// Questions that have one field for each card or choice: to rate it, to put it on a pile, or to
/// say which place it has.
final class CardFields {
    /// A longer form is no longer read.
    static final int MOST = 40;

    /// Places beyond this one are all the same.
    private static final int PLACES = 10;

    private CardFields() {}

    /// What was read: one mark for each card that was used.
    record Read(List<String> marks, Map<String, String> errors) {}

    /// Whether a kind has one field for each card or choice.
    static boolean isEach(Kind kind) {
        var use = use(kind);
        return use != null && !(use instanceof Answer.Use.PickUpTo);
    }

    private static Answer.@Nullable Use use(Kind kind) {
        return switch (kind) {
            case Kind.Vote(_, var use, _) -> use;
            case Kind.Cards(_, var use) -> use;
            case Kind.Text _,
                    Kind.ShortText _,
                    Kind.Pick _,
                    Kind.Scale _,
                    Kind.Rank _,
                    Kind.Date _,
                    Kind.Person _,
                    Kind.LinkOrFile _,
                    Kind.Several _ ->
                    null;
        };
    }

    /// The choices or cards, by the name they are counted by.
    private static List<String> names(Kind kind, List<String> cards) {
        return kind instanceof Kind.Vote(var choices, _, _)
                ? choices.stream().map(Choice::name).toList()
                : cards.stream().limit(MOST).toList();
    }

    /// @param key name of the answer's field in the form
    /// @param own what this person answered before, or null
    static List<Field> of(
            Scene scene, Kind kind, String key, @Nullable String own, List<String> cards) {
        var use = use(kind);
        var names = names(kind, cards);
        var before = before(use, own);
        var fields = new ArrayList<Field>();
        for (var name : names) {
            var label = label(scene, kind, name);
            if (use != null && !label.isBlank()) {
                fields.add(
                        new Field(
                                key + "." + name,
                                label,
                                "",
                                input(scene, use, names.size()),
                                !(use instanceof Answer.Use.PutInOrder),
                                before.getOrDefault(name, "")));
            }
        }
        return fields;
    }

    private static String label(Scene scene, Kind kind, String name) {
        if (kind instanceof Kind.Vote(var choices, _, _)) {
            return choices.stream()
                    .filter(choice -> choice.name().equals(name))
                    .map(choice -> ResultParts.choice(scene, choice))
                    .findFirst()
                    .orElse(name);
        }
        return scene.card(name);
    }

    private static Form.Input input(Scene scene, Answer.Use use, int count) {
        return switch (use) {
            case Answer.Use.Rate(var scale) ->
                    new Form.Input.Scale(scale.from(), scale.to(), scale.low(), scale.high());
            case Answer.Use.PutOnPiles(var ofFile, var setting) ->
                    new Form.Input.Pick(
                            Options.of(ofFile, setting, scene::setting).stream()
                                    .map(pile -> new Option(pile, scene.filledPlain(pile)))
                                    .toList(),
                            1);
            case Answer.Use.PutInOrder _ ->
                    new Form.Input.Scale(
                            1,
                            Math.min(PLACES, count),
                            scene.bundle().text("form.first"),
                            scene.bundle().text("form.last"));
            case Answer.Use.PickUpTo _ -> throw new IllegalArgumentException("one field for all");
        };
    }

    /// What each card had before.
    private static Map<String, String> before(Answer.@Nullable Use use, @Nullable String own) {
        var before = new HashMap<String, String>();
        if (own != null) {
            int place = 0;
            for (var mark : own.lines().toList()) {
                place++;
                int equals = mark.indexOf('=');
                if (use instanceof Answer.Use.PutInOrder) {
                    before.put(mark, Integer.toString(place));
                } else if (equals > 0) {
                    before.put(mark.substring(0, equals), mark.substring(equals + 1));
                }
            }
        }
        return before;
    }

    static Read read(
            Bundle bundle,
            Kind kind,
            String key,
            Map<String, String> values,
            UnaryOperator<String> settings,
            List<String> cards) {
        var use = use(kind);
        var typed = new TreeMap<String, String>();
        var names = names(kind, cards);
        for (var name : names) {
            var text = Legible.line(values.getOrDefault(key + "." + name, ""));
            if (!text.isEmpty()) {
                typed.put(name, text);
            }
        }
        var errors = new TreeMap<String, String>();
        typed.forEach((name, text) -> {
            var error = use == null ? null : error(bundle, use, text, names.size(), settings);
            if (error != null) {
                errors.put(key + "." + name, error);
            }
        });
        if (errors.isEmpty() && use instanceof Answer.Use.PutInOrder) {
            return inOrder(bundle, key, typed);
        }
        var marks = new ArrayList<String>();
        names.stream()
                .filter(typed::containsKey)
                .forEach(name -> marks.add(name + "=" + typed.get(name)));
        return new Read(marks, errors);
    }

    private static @Nullable String error(
            Bundle bundle, Answer.Use use, String text, int count, UnaryOperator<String> settings) {
        return switch (use) {
            case Answer.Use.Rate(var scale) ->
                    Typed.error(bundle, scale, text, settings, List.of());
            case Answer.Use.PutOnPiles(var ofFile, var setting) ->
                    Options.of(ofFile, setting, settings).contains(text)
                            ? null
                            : bundle.text("form.no-option");
            case Answer.Use.PutInOrder _ ->
                    Typed.error(
                            bundle,
                            new Kind.Scale(1, "", Math.min(PLACES, count), ""),
                            text,
                            settings,
                            List.of());
            case Answer.Use.PickUpTo _ -> null;
        };
    }

    /// The best first. Nobody needs to give every place, but none twice.
    private static Read inOrder(Bundle bundle, String key, Map<String, String> places) {
        Set<String> taken = new TreeSet<>();
        var errors = new TreeMap<String, String>();
        places.forEach((name, place) -> {
            if (!taken.add(place)) {
                errors.put(key + "." + name, bundle.text("form.place-taken"));
            }
        });
        var marks =
                places.entrySet().stream()
                        .sorted(Comparator.comparingInt(one -> place(one.getValue())))
                        .map(Map.Entry::getKey)
                        .toList();
        return new Read(marks, errors);
    }

    private static int place(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }
}
