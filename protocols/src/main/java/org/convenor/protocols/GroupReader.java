package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Role;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Reads a step that splits people into groups, brings them together, or swaps their roles.
final class GroupReader {
    private static final Pattern MATCH = Pattern.compile("(.+?) with (.+)");
    private static final Pattern MET =
            Pattern.compile("(?:people|teams|groups) (?:that|who) (?:have )?met before");
    private static final Pattern SAME =
            Pattern.compile("(?:people|teams) from the same (?:system|team|district|home team)");
    private static final List<String> AVOID =
            List.of(
                    "people who have met before",
                    "people from the same team",
                    "teams that have met before",
                    "teams from the same system");
    private static final String AND = "\\s+(?:and|with)\\s+|\\s*,\\s*";

    private final Reading reading;
    private final Section step;
    private final Place place;

    GroupReader(Reading reading, Section step, Place place) {
        this.reading = reading;
        this.step = step;
        this.place = place;
    }

    /// The step, or null after a remark without which it would make no sense.
    @Nullable Step read(Heading heading) {
        String words = step.words("group");
        if (words != null && Section.small(words).matches("(the )?(swap|change) (the )?roles")) {
            return swap(heading);
        }
        if (step.has("roles")) {
            step.error("roles", "Roles belong to “group: swap roles”. Delete this line.");
        }
        Grouping grouping = step.<@Nullable Grouping>read("group", null, GroupWords::read);
        if (grouping == null) {
            return null;
        }
        onlyWhereItSplits(grouping);
        return new Step.Group(
                heading,
                grouping,
                step.read("if odd", Grouping.Odd.BALANCED, GroupWords::odd),
                step.read("late arrivals", Grouping.Late.SMALLEST_GROUP, OneOf.LATE::read),
                avoid(),
                step.<Grouping.@Nullable Match>read("match", null, this::match));
    }

    private void onlyWhereItSplits(Grouping grouping) {
        if (grouping.kind() == Grouping.Kind.JOINED_GROUPS && !place.hasOwnGroups()) {
            step.error(
                    "group",
                    "There are no groups to join here. Put for example “- group: pairs” before it, in the same list.");
        }
        if (grouping.size() > 0) {
            return;
        }
        for (String key : List.of("match", "avoid", "if odd")) {
            if (step.has(key)) {
                step.error(
                        key,
                        "With “group: %s” nobody is paired up, so this has no meaning. Delete this line."
                                .formatted(step.words("group")));
            }
        }
    }

    private Set<Grouping.Avoid> avoid() {
        Set<Grouping.Avoid> avoid = EnumSet.noneOf(Grouping.Avoid.class);
        for (Node.Words item : Listed.words(step, "avoid")) {
            String small = Section.small(item.text());
            if (MET.matcher(small).matches()) {
                avoid.add(Grouping.Avoid.MET_BEFORE);
            } else if (SAME.matcher(small).matches()) {
                avoid.add(Grouping.Avoid.SAME_TEAM);
            } else {
                step.error(
                        item.line(),
                        "%s is nothing I can avoid. Write %s.%s"
                                .formatted(
                                        quoted("avoid: " + item.text()),
                                        Wording.anyOf(AVOID.stream().map(Wording::quoted).toList()),
                                        Nearest.hint(small, AVOID)));
            }
        }
        return avoid;
    }

    private Grouping.Match match(String words) throws Misread {
        Matcher match = MATCH.matcher(words);
        if (!match.matches()) {
            throw new Misread(
                    "matches nothing. Write the names of two saved answers, for example “match: needs with offers”.");
        }
        Kept needs = reading.saved().find(match.group(1));
        Kept offers = reading.saved().find(match.group(2));
        return new Grouping.Match(needs.name(), offers.name());
    }

    private @Nullable Step swap(Heading heading) {
        for (String key : List.of("match", "avoid", "if odd", "late arrivals")) {
            if (step.has(key)) {
                step.error(
                        key,
                        "Swapping roles forms no groups, so this has no meaning. Delete this line.");
            }
        }
        if (step.lacks("roles")) {
            step.error(
                    step.line(),
                    "It does not say which roles swap. Add for example “roles: inside and outside”.");
        }
        List<String> names =
                Listed.words(step, "roles").stream()
                        .map(Node.Words::text)
                        .flatMap(text -> List.of(text.split(AND)).stream())
                        .toList();
        if (!step.has("roles")) {
            return null;
        }
        if (names.size() != 2) {
            step.error(
                    "roles", "Two roles swap. Name them, for example “roles: inside and outside”.");
            return null;
        }
        return swap(heading, names.getFirst(), names.getLast());
    }

    private @Nullable Step swap(Heading heading, String one, String other) {
        WhoWords who = new WhoWords(reading.header().roles(), reading.past(), place);
        try {
            String role = named(who.role(one));
            String with =
                    Section.small(other).matches("every(one|body) else")
                            ? everyoneElse()
                            : partner(who.role(other));
            return new Step.Swap(heading, role, with);
        } catch (Misread misread) {
            step.error(
                    "roles", quoted("roles: " + one + " and " + other) + " " + misread.predicate());
            return null;
        }
    }

    private String everyoneElse() {
        return reading.header().roles().stream()
                .filter(role -> role.holder() == Role.Holder.EVERYONE_ELSE)
                .map(Role::name)
                .findFirst()
                .orElse("everyone else");
    }

    private String named(String name) throws Misread {
        Role role = reading.header().role(name);
        if (role == null || !role.isNamed()) {
            throw new Misread(
                    "speaks of the role %s, and nobody is named for it. Only a role such as “inside: 4 people” can change hands."
                            .formatted(quoted(name)));
        }
        return name;
    }

    private String partner(String name) throws Misread {
        Role role = reading.header().role(name);
        boolean rest = role != null && role.holder() == Role.Holder.EVERYONE_ELSE;
        return rest ? name : named(name);
    }
}
