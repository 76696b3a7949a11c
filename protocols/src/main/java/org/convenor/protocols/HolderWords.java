package org.convenor.protocols;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Role;
import org.convenor.protocol.Role.Holder;
import org.jspecify.annotations.Nullable;

/// Reads who gets a role.
///
/// @param most how many people at most, where several are named; otherwise null
record HolderWords(Holder holder, @Nullable Integer most) {
    /// What a role is taken for whose words could not be read.
    static final HolderWords UNREAD = new HolderWords(Holder.NAMED_PERSON, null);

    private static final int MOST_NAMED = 50;

    private static final Pattern IN_EACH_TEAM =
            Pattern.compile(
                    "(?:1|one|a) (?:other )?person (?:in|of|from|per) (?:each|every) team\\b.*");
    private static final Pattern IN_EACH =
            Pattern.compile(".*\\b(?:in|of|from|per) (?:each|every) (?:team|group)\\b.*");
    private static final Pattern PERSON_OR_TEAM =
            Pattern.compile(
                    "(1|one|a) (person or ((1|one|a) )?team|team or ((1|one|a) )?person)\\b.*");
    private static final Pattern PERSON = Pattern.compile("(1|one|a) person\\b.*");
    private static final Pattern PEOPLE =
            Pattern.compile(
                    "(?:(?:up to|at most) |(\\d{1,4}) ?(?:to|-|–) ?)?(\\d{1,4}) (?:people|persons)\\b.*");

    static HolderWords read(String words) throws Misread {
        String small = Section.small(words);
        Matcher people = PEOPLE.matcher(small);
        if (IN_EACH_TEAM.matcher(small).matches()) {
            return of(Holder.ONE_IN_EACH_TEAM);
        }
        if (IN_EACH.matcher(small).matches()) {
            throw new Misread(
                    "does not tell me who gets this role. In each team it can be one: write “one person in each team”.");
        }
        if (people.matches()) {
            return people(people.group(1), people.group(2));
        }
        if (small.startsWith("the person who starts") || small.startsWith("whoever starts")) {
            return of(Holder.STARTER);
        }
        if (small.equals("the bot") || small.equals("bot") || small.equals("convenor")) {
            return of(Holder.BOT);
        }
        if (PERSON_OR_TEAM.matcher(small).matches()) {
            return of(Holder.NAMED_PERSON_OR_TEAM);
        }
        if (PERSON.matcher(small).matches()) {
            return of(Holder.NAMED_PERSON);
        }
        if (small.startsWith("everyone else") || small.startsWith("everybody else")) {
            return of(Holder.EVERYONE_ELSE);
        }
        if (small.startsWith("everyone") || small.startsWith("everybody")) {
            return of(Holder.EVERYONE);
        }
        throw new Misread(
                "does not tell me who gets this role. Start with “1 person”, “1 person or team”, “3 people”, “one person in"
                        + " each team”, “the person who starts the protocol”, “everyone else”, “everyone” or “the bot”.");
    }

    private static HolderWords people(@Nullable String from, String to) throws Misread {
        int most = Integer.parseInt(to);
        if (most < 1 || most > MOST_NAMED || (from != null && Integer.parseInt(from) > most)) {
            throw new Misread(
                    "cannot be named by anybody. Write a number from 2 to %d, the smaller one first, for example “2 to 5 people”."
                            .formatted(MOST_NAMED));
        }
        return most == 1 ? of(Holder.NAMED_PERSON) : new HolderWords(Holder.NAMED_PEOPLE, most);
    }

    private static HolderWords of(Holder holder) {
        return new HolderWords(holder, null);
    }

    Role role(String name, String text) {
        return new Role(name, holder, text, most);
    }
}
