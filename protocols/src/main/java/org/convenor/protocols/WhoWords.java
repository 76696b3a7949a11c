package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.convenor.protocol.Role;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Reads who a step speaks of: a role, `everyone`, `each team`, with who goes first or last.
final class WhoWords {
    private static final Pattern LATER =
            Pattern.compile("each group|each person|the other .*|people who .*|.* of the .*");

    private final List<Role> roles;

    WhoWords(List<Role> roles) {
        this.roles = roles;
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
        return new Who(who.scope(), who.role(), first, last);
    }

    private Who scope(String words) throws Misread {
        if (words.equals("everyone") || words.equals("all")) {
            return Who.EVERYONE;
        }
        if (words.equals("each team") || words.equals("every team")) {
            return Who.EACH_TEAM;
        }
        String role = known(words);
        if (role == null && LATER.matcher(words).matches()) {
            throw new Misread(Later.SENTENCE);
        }
        if (role == null) {
            throw unknown(words, true);
        }
        return Who.role(role(words));
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
                                Nearest.hint(words, names())));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("everyone", "each team"));
        roles.stream()
                .filter(role -> role.holder() != Role.Holder.BOT)
                .map(Role::name)
                .forEach(names::add);
        return names;
    }

    private List<String> choices(boolean groups) {
        return names().stream().skip(groups ? 0 : 2).map(Wording::quoted).toList();
    }
}
