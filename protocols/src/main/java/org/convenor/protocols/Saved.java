package org.convenor.protocols;

import static org.convenor.protocols.Wording.all;
import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Show;
import org.jspecify.annotations.Nullable;

/// What the steps read so far have saved, and what of it was used.
final class Saved {
    private static final Pattern BEST = Pattern.compile("top (\\d{1,3}) of (.+)");

    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    void put(Kept one) {
        kept.put(Section.small(one.name()), one);
    }

    @Nullable Kept get(String name) {
        return kept.get(Section.small(name));
    }

    void use(String name) {
        used.add(Section.small(name));
    }

    List<Kept> unused() {
        return kept.values().stream()
                .filter(one -> !used.contains(Section.small(one.name())))
                .toList();
    }

    /// Finds what was saved under a name, and counts that as its use.
    Kept find(String name) throws Misread {
        Kept found = get(name);
        if (found == null) {
            throw missing(name);
        }
        use(name);
        return found;
    }

    /// Reads `plan`, `warm`, `warm of feedback`, `all objections` or `top 10 of scores`.
    Show show(String words) throws Misread {
        String small = Section.small(words);
        Kept whole = kept.get(small);
        if (whole != null) {
            use(small);
            return new Show(whole.name(), null, false);
        }
        if (small.startsWith("all ")) {
            Show latest = show(small.substring(4));
            return new Show(latest.saved(), latest.field(), true);
        }
        Matcher best = BEST.matcher(small);
        if (best.matches()) {
            return best(Integer.parseInt(best.group(1)), best.group(2));
        }
        int of = small.lastIndexOf(" of ");
        Kept source = of < 0 ? null : kept.get(small.substring(of + 4));
        return source == null
                ? field(small, kept.values())
                : field(small.substring(0, of), List.of(source));
    }

    private Show best(int number, String name) throws Misread {
        Kept result = find(name);
        if (number < 1 || !result.hasBest()) {
            throw new Misread(
                    number < 1
                            ? "shows nothing. Write for example “top 3 of %s”.".formatted(name)
                            : "speaks of the best, but %s holds no points. Only what is dealt, or decided by dots, rank or majority, has a top."
                                    .formatted(quoted(result.name())));
        }
        return new Show(result.name(), null, false, number);
    }

    private Show field(String name, Iterable<Kept> among) throws Misread {
        List<Show> found = new ArrayList<>();
        for (Kept one : among) {
            Answer answer = one.answer();
            if (answer == null) {
                continue;
            }
            for (Answer.Field field : answer.fields()) {
                if (!field.name().equals(Answer.ONLY) && Section.small(field.name()).equals(name)) {
                    found.add(new Show(one.name(), field.name(), false));
                }
            }
        }
        if (found.size() > 1) {
            throw new Misread(
                    "could be a field of %s. Write for example “%s of %s”."
                            .formatted(
                                    all(found.stream().map(show -> quoted(show.saved())).toList()),
                                    name,
                                    found.getFirst().saved()));
        }
        if (found.isEmpty() && kept.values().stream().noneMatch(one -> one.step() == null)) {
            throw missing(name);
        }
        Show show = found.isEmpty() ? new Show(name, null, false) : found.getFirst();
        use(show.saved());
        return show;
    }

    /// Says that nothing earlier has this name, and what there is.
    Misread missing(String name) {
        List<String> names = names();
        return new Misread(
                names.isEmpty()
                        ? "names something, but no earlier step saves anything. Add “save as: %s” to the step that asks for it."
                                .formatted(name)
                        : "names something that no earlier step saves. Saved before this step: %s.%s"
                                .formatted(
                                        all(names.stream().map(Wording::quoted).toList()),
                                        Nearest.hint(name, names)));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Kept one : kept.values()) {
            names.add(one.name());
            Answer answer = one.answer();
            if (answer != null) {
                answer.fields().stream()
                        .map(Answer.Field::name)
                        .filter(f -> !f.equals(Answer.ONLY) && !names.contains(f))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
