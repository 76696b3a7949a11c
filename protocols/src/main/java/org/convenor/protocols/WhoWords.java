package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Role;
import org.convenor.protocol.Times;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Reads who a step speaks of: a role, `everyone`, `each team`, whose turn it is, with who goes
/// first or last.
final class WhoWords {
    private static final Pattern OF_PRESENTING =
            Pattern.compile("(.+) of the presenting (team|group|person)");

    private final List<Role> roles;
    private final Past past;
    private final TurnWords turns;
    private final Place place;

    WhoWords(List<Role> roles, Past past, Place place) {
        this.roles = roles;
        this.past = past;
        this.place = place;
        this.turns = new TurnWords(place.turnOf());
    }

    Who read(String words) throws Misread {
        String[] parts = Section.small(words).split("\\s*,\\s*", -1);
        Who who = scope(parts[0]);
        String first = null;
        String last = null;
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].endsWith(" first")) {
                first = role(parts[i].substring(0, parts[i].length() - 6));
            } else if (parts[i].endsWith(" last")) {
                last = role(parts[i].substring(0, parts[i].length() - 5));
            } else {
                throw new Misread(
                        "names people after a comma. After a comma I expect who goes first or last, for example"
                                + " “everyone, presenter first”.");
            }
        }
        return new Who(who.scope(), who.role(), first, last, who.decision());
    }

    private Who scope(String words) throws Misread {
        if (known(words) != null) {
            return Who.role(role(words));
        }
        return switch (words) {
            case "everyone", "all", "everybody", "each person", "every person" -> Who.EVERYONE;
            case "each team", "every team" -> Who.EACH_TEAM;
            case "each group", "every group" -> eachGroup();
            case "people who objected",
                    "the people who objected",
                    "who objected",
                    "those who objected" ->
                    objectors();
            default -> ofTurns(words);
        };
    }

    private Who eachGroup() throws Misread {
        if (!past.hasGroups()) {
            throw new Misread(
                    "speaks of groups, but no earlier step makes any. Put for example “- group: pairs” before it.");
        }
        return Who.EACH_GROUP;
    }

    private Who objectors() throws Misread {
        Past.Decided decided = past.latest(place, true);
        if (decided == null && !past.hasUnread()) {
            throw new Misread(
                    past.hasDecision(true)
                            ? "speaks of a decision that other groups took. Ask inside the groups that decided."
                            : "speaks of objections, but no earlier step decides by consent or by fist to five.");
        }
        return Who.objectorsTo(decided == null ? "" : decided.step().title());
    }

    private Who ofTurns(String words) throws Misread {
        Who turn = turns.read(words);
        if (turn != null) {
            return turn;
        }
        Matcher matcher = OF_PRESENTING.matcher(words);
        if (!matcher.matches()) {
            throw unknown(words, true);
        }
        turns.need(words, kind(matcher.group(2)));
        return Who.roleOfPresenting(role(matcher.group(1)));
    }

    private static Times.Kind kind(String word) {
        return switch (word) {
            case "team" -> Times.Kind.TEAM;
            case "group" -> Times.Kind.GROUP;
            default -> Times.Kind.PERSON;
        };
    }

    /// The role of this name that people hold, as the file spells it.
    String role(String words) throws Misread {
        String name = known(words);
        if (name == null) {
            throw unknown(words, false);
        }
        boolean bot =
                roles.stream()
                        .anyMatch(role ->
                                role.name().equals(name) && role.holder() == Role.Holder.BOT);
        if (bot) {
            throw new Misread(
                    "names a role that the bot has, and the bot has nothing to say here. Name people: %s."
                            .formatted(Wording.anyOf(choices(false))));
        }
        return name;
    }

    private @Nullable String known(String words) {
        return roles.stream()
                .map(Role::name)
                .filter(name -> Section.small(name).equals(Section.small(words)))
                .findFirst()
                .orElse(null);
    }

    private Misread unknown(String words, boolean groups) {
        return new Misread(
                "names nobody: there is no role %s. You can write %s.%s"
                        .formatted(
                                quoted(words),
                                Wording.anyOf(choices(groups)),
                                Nearest.hint(words, names(groups))));
    }

    private List<String> names(boolean groups) {
        List<String> names = new ArrayList<>();
        if (groups) {
            names.addAll(List.of("everyone", "each team"));
            if (past.hasGroups()) {
                names.add("each group");
            }
            names.addAll(turns.words());
        }
        roles.stream()
                .filter(role -> role.holder() != Role.Holder.BOT)
                .map(Role::name)
                .forEach(names::add);
        return names;
    }

    private List<String> choices(boolean groups) {
        return names(groups).stream().map(Wording::quoted).toList();
    }
}
