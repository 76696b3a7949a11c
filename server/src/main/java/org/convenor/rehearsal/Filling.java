package org.convenor.rehearsal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.convenor.chat.Form;
import org.convenor.protocol.Answer.Kind;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Fills in forms as invented people do. Not thread-safe.
final class Filling {
    private static final int MOST_LINES = 3;

    private final Protocol protocol;
    private final Lines lines;
    private final RandomGenerator random;

    /// @param lines shared by all players of a session
    Filling(Protocol protocol, Lines lines, RandomGenerator random) {
        this.protocol = protocol;
        this.lines = lines;
        this.random = random;
    }

    /// Whether a question lets people pass.
    boolean mayPass(Form form) {
        var decide = decide(form);
        var ask = ask(form);
        return decide == null ? ask != null && ask.mayPass() : decide.mayPass();
    }

    /// What is sent, by name of the form's field; empty if there is nothing to choose from.
    ///
    /// @param earlier how often this person has answered it before
    Map<String, String> values(Form form, int earlier, Instant now) {
        var values = new LinkedHashMap<String, String>();
        var places = places(form);
        for (var field : form.fields()) {
            var value =
                    isPlace(field)
                            ? places.isEmpty() ? "" : places.removeFirst()
                            : value(form, field, earlier, now);
            if (value.isEmpty() && field.required()) {
                return Map.of();
            }
            values.put(field.name(), value);
        }
        reason(form, values);
        return values.values().stream().allMatch(String::isEmpty) ? Map.of() : values;
    }

    /// One of the cards that are put in order: each has a place of its own, or none.
    private static boolean isPlace(Form.Field field) {
        return field.name().contains(".") && !field.required();
    }

    private List<String> places(Form form) {
        var places = new ArrayList<String>();
        form.fields().stream()
                .filter(Filling::isPlace)
                .findFirst()
                .ifPresent(field -> places.addAll(options(field.input())));
        Collections.shuffle(places, Random.from(random));
        return places;
    }

    private static List<String> options(Form.Input input) {
        return switch (input) {
            case Form.Input.Pick(var options, _) ->
                    options.stream().map(Form.Option::value).toList();
            case Form.Input.Scale(int from, int to, _, _) ->
                    IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
            case Form.Input.Text _, Form.Input.Date _, Form.Input.File _ -> List.of();
        };
    }

    private String value(Form form, Form.Field field, int earlier, Instant now) {
        return switch (field.input()) {
            case Form.Input.Text(int most, boolean manyLines) ->
                    shortened(text(form, field, manyLines), most);
            case Form.Input.Pick(var options, int most) when decide(form) != null && most == 1 ->
                    Votes.of(options(field.input()), earlier, random);
            case Form.Input.Pick(var options, int most) -> picked(options(field.input()), most);
            case Form.Input.Scale _ -> picked(options(field.input()), 1);
            case Form.Input.Date _ ->
                    now.atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .plusDays(random.nextInt(30, 90))
                            .toString();
            // No session asks for one.
            case Form.Input.File _ -> "";
        };
    }

    private String picked(List<String> options, int most) {
        var shuffled = new ArrayList<>(options);
        Collections.shuffle(shuffled, Random.from(random));
        int number = most == 1 ? 1 : 1 + random.nextInt(most);
        return String.join("\n", shuffled.subList(0, Math.min(number, shuffled.size())));
    }

    private String text(Form form, Form.Field field, boolean manyLines) {
        int visit = form.submit().visit();
        if (decide(form) != null) {
            // The reason follows what was chosen.
            return "";
        }
        if (!field.value().isEmpty()) {
            return changed(form, field);
        }
        var kind = kind(form, field);
        if (kind instanceof Kind.Several(int most)) {
            int number = 1 + random.nextInt(Math.min(most, MOST_LINES));
            return String.join(
                    "\n",
                    IntStream.range(0, number)
                            .mapToObj(_ -> lines.must(visit, field.label(), "short-text"))
                            .toList());
        }
        if (kind instanceof Kind.LinkOrFile) {
            return lines.must(visit, field.label(), "link");
        }
        return lines.must(
                visit, field.label(), form.title(), manyLines ? "text" : "short-text", "text");
    }

    /// What stands there already: a list is put in another order, the first text is worded anew,
    /// and the others are kept.
    private String changed(Form form, Form.Field field) {
        if (kind(form, field) instanceof Kind.Rank) {
            var order = new ArrayList<>(field.value().lines().toList());
            Collections.shuffle(order, Random.from(random));
            return String.join("\n", order);
        }
        boolean isFirst = field.equals(form.fields().getFirst());
        var anew = isFirst ? lines.fresh(form.submit().visit(), form.title()) : null;
        return anew == null ? field.value() : anew;
    }

    /// Some choices need a reason; whoever has another one rarely gives one.
    private void reason(Form form, Map<String, String> values) {
        var decide = decide(form);
        if (decide == null || !values.containsKey("f1")) {
            return;
        }
        var chosen = new TreeSet<>(values.getOrDefault("f0", "").lines().toList());
        values.keySet().stream()
                .filter(name -> name.startsWith("f0."))
                .forEach(name -> chosen.add(name.substring("f0.".length())));
        chosen.retainAll(decide.reasonFor());
        if (!chosen.isEmpty()) {
            var names = List.of(form.title() + " " + chosen.first(), chosen.first(), "vote-reason");
            values.put("f1", lines.must(form.submit().visit(), names.toArray(String[]::new)));
        }
    }

    private Step.@Nullable Decide decide(Form form) {
        return protocol.steps().stream()
                .filter(step -> step.title().equals(form.submit().argument()))
                .filter(Step.Decide.class::isInstance)
                .map(Step.Decide.class::cast)
                .findFirst()
                .orElse(null);
    }

    private Step.@Nullable Ask ask(Form form) {
        for (var step : protocol.steps()) {
            for (var one : new @Nullable Step[] {step, step.meanwhile()}) {
                if (one instanceof Step.Ask ask && ask.title().equals(form.submit().argument())) {
                    return ask;
                }
            }
        }
        return null;
    }

    /// How a field is answered, or null if the file does not say.
    private @Nullable Kind kind(Form form, Form.Field field) {
        var ask = ask(form);
        if (ask == null || !field.name().matches("f\\d{1,3}")) {
            return null;
        }
        int index = Integer.parseInt(field.name().substring(1));
        var fields = ask.answer().fields();
        return index < fields.size() ? fields.get(index).kind() : null;
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
