package org.convenor.protocols;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Times;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Reads whose turn it is, and whose it is not, inside a `repeat: for each …`.
///
/// @param kind whose turn it is there, or null outside of one
record TurnWords(Times.@Nullable Kind kind) {
    private static final Pattern PRESENTING =
            Pattern.compile(
                    "(?:the )?presenting (person|team|group)|(?:the )?(?:(person|team|group) )?whose turn it is");
    private static final Pattern OTHERS =
            Pattern.compile("(?:the )?other (people|persons|teams|groups)(?: in the group)?");

    /// Who is meant, or null if these are words of another sort.
    @Nullable Who read(String words) throws Misread {
        Matcher presenting = PRESENTING.matcher(words);
        if (presenting.matches()) {
            String named = presenting.group(1) == null ? presenting.group(2) : presenting.group(1);
            need(words, named == null ? kind : kindOf(named));
            return Who.PRESENTING;
        }
        Matcher others = OTHERS.matcher(words);
        if (others.matches()) {
            return others(words, kindOf(others.group(1)));
        }
        if (words.equals("everyone else") || words.equals("everybody else")) {
            need(words, kind);
            return of(Who.Scope.EVERYONE_ELSE);
        }
        return null;
    }

    private Who others(String words, Times.Kind named) throws Misread {
        if (named == Times.Kind.PERSON && kind != null && kind != Times.Kind.PERSON) {
            return of(Who.Scope.EVERYONE_ELSE);
        }
        need(words, named);
        return of(Who.Scope.OTHERS);
    }

    private static Who of(Who.Scope scope) {
        return new Who(scope, null, null, null);
    }

    private static Times.Kind kindOf(String word) {
        return switch (word.charAt(0)) {
            case 't' -> Times.Kind.TEAM;
            case 'g' -> Times.Kind.GROUP;
            default -> Times.Kind.PERSON;
        };
    }

    /// Refuses words about turns where nobody has one, or somebody else does.
    void need(String words, Times.@Nullable Kind wanted) throws Misread {
        Times.Kind each = wanted == null ? Times.Kind.PERSON : wanted;
        if (kind == null) {
            throw new Misread(
                    "only means somebody inside “repeat: for each %s”. Put the step into such a repeat, or name a role."
                            .formatted(word(each)));
        }
        if (each != kind && wanted != null) {
            throw new Misread(
                    "does not fit the repeat around it, which is for each %s. Write %s."
                            .formatted(
                                    word(kind),
                                    Wording.quoted(words.replaceAll(word(each), word(kind)))));
        }
    }

    /// What a step can say here.
    List<String> words() {
        return kind == null
                ? List.of()
                : List.of(
                        "the presenting " + word(kind),
                        "the other %s in the group"
                                .formatted(kind == Times.Kind.PERSON ? "people" : word(kind) + "s"),
                        "everyone else");
    }

    private static String word(Times.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
