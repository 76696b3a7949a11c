package org.convenor.protocols;

import java.util.regex.Pattern;
import org.convenor.protocol.Role.Holder;

/// Reads who gets a role.
final class HolderWords {
    private static final Pattern IN_EACH_TEAM =
            Pattern.compile(".*\\b(in|of|from|per) (each|every) (team|group)\\b.*");
    private static final Pattern PERSON_OR_TEAM =
            Pattern.compile(
                    "(1|one|a) (person or ((1|one|a) )?team|team or ((1|one|a) )?person)\\b.*");
    private static final Pattern PERSON = Pattern.compile("(1|one|a) person\\b.*");

    private HolderWords() {}

    static Holder read(String words) throws Misread {
        String small = Section.small(words);
        if (IN_EACH_TEAM.matcher(small).matches()) {
            throw new Misread(Later.SENTENCE);
        }
        if (small.startsWith("the person who starts") || small.startsWith("whoever starts")) {
            return Holder.STARTER;
        }
        if (small.equals("the bot") || small.equals("bot") || small.equals("convenor")) {
            return Holder.BOT;
        }
        if (PERSON_OR_TEAM.matcher(small).matches()) {
            return Holder.NAMED_PERSON_OR_TEAM;
        }
        if (PERSON.matcher(small).matches()) {
            return Holder.NAMED_PERSON;
        }
        if (small.startsWith("everyone else") || small.startsWith("everybody else")) {
            return Holder.EVERYONE_ELSE;
        }
        if (small.startsWith("everyone") || small.startsWith("everybody")) {
            return Holder.EVERYONE;
        }
        throw new Misread(
                "does not tell me who gets this role. Start with “1 person”, “1 person or team”, “the person who starts the"
                        + " protocol”, “everyone else”, “everyone” or “the bot”.");
    }
}
