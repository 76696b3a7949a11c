package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.convenor.protocol.Mode;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Role;
import org.jspecify.annotations.Nullable;

/// Reads what a file says before its steps.
final class HeaderReader {
    private static final int PURPOSE = 1000;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    static final int LONGEST_ID = 40;
    private static final Set<String> RESERVED =
            Set.of(
                    "everyone",
                    "all",
                    "everyone else",
                    "each person",
                    "each team",
                    "every team",
                    "each group",
                    "every group");

    private final Section section;
    private final Remarks remarks;

    HeaderReader(Section section, Remarks remarks) {
        this.section = section;
        this.remarks = remarks;
    }

    Header read() {
        section.onlyKnown(Keys.HEADER);
        String id =
                section.has("protocol")
                        ? section.read("protocol", "protocol", HeaderReader::id)
                        : missingId();
        return new Header(
                section,
                id,
                aliases(),
                section.read("version", 1, HeaderReader::version),
                text("name", Texts.NAME, id.replace('-', ' ')),
                purpose(),
                section.has("credit") ? text("credit", PURPOSE, "") : null,
                announced(),
                people(),
                roles(),
                modes(),
                new SettingsReader(section, remarks).read());
    }

    private String missingId() {
        if (!section.lacks("protocol")) {
            return "protocol";
        }
        section.error(
                "protocol",
                "The file does not say what it is called. Start it with “protocol: ” and a short name.");
        return "protocol";
    }

    private static String id(String words) throws Misread {
        if (isId(words)) {
            return words;
        }
        String proposal = proposal(words);
        throw new Misread(
                "is hard to type after a command. Use small letters, digits and hyphens, at most %d%s"
                        .formatted(
                                LONGEST_ID,
                                isId(proposal) ? ". Write “%s”.".formatted(proposal) : "."));
    }

    /// What comes nearest to the words; perhaps too long, or empty.
    static String proposal(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /// Whether it is easy to type after a command, and no path.
    static boolean isId(String words) {
        return words.length() <= LONGEST_ID && ID.matcher(words).matches();
    }

    private static int version(String words) throws Misread {
        if (words.matches("[1-9]\\d{0,5}")) {
            return Integer.parseInt(words);
        }
        throw new Misread(
                "is not a version. Write a whole number: 1, and one more with each change.");
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        for (Node.Words item : Listed.words(section, "also named")) {
            try {
                aliases.add(id(item.text()));
            } catch (Misread misread) {
                section.error(
                        item.line(),
                        quoted(section.written("also named") + ": " + item.text())
                                + " "
                                + misread.predicate());
            }
        }
        return aliases;
    }

    private String text(String key, int longest, String otherwise) {
        String text = section.words(key);
        if (text == null) {
            return otherwise;
        }
        Texts.tooLong(section, key, text, longest);
        return text;
    }

    private String purpose() {
        if (section.lacks("purpose")) {
            section.error(
                    section.line(),
                    "The protocol has no purpose. Add “purpose: ” and one sentence that tells people why they do this.");
        }
        return text("purpose", PURPOSE, "");
    }

    private @Nullable Duration announced() {
        return section.<@Nullable Duration>read("announced length", null, HeaderReader::announced);
    }

    private static Duration announced(String words) throws Misread {
        Length length = Length.read(words);
        if (length.days() > 0) {
            throw new Misread(
                    "must be the length of the live session. Write for example “60 min”.");
        }
        return length.time();
    }

    private PeopleRange people() {
        Node node = section.node("people");
        if (node instanceof Node.Words) {
            RangeWords size = section.read("people", RangeWords.ANY, RangeWords::read);
            return new PeopleRange(size.least(), size.most(), null, null, null, null);
        }
        if (!(node instanceof Node.Mapping mapping)) {
            if (node != null) {
                section.error(
                        "people",
                        "After “people:” write “size: 5 to 12”, or “teams:” and “each team:”, each on its own line.");
            }
            return new PeopleRange(null, null, null, null, null, null);
        }
        Section people = new Section(mapping, remarks);
        people.named("People: ");
        people.onlyKnown(List.of("size", "teams", "each team"));
        RangeWords size = people.read("size", RangeWords.ANY, RangeWords::read);
        RangeWords teams = people.read("teams", RangeWords.ANY, RangeWords::read);
        RangeWords each = people.read("each team", RangeWords.ANY, RangeWords::read);
        return new PeopleRange(
                size.least(), size.most(), teams.least(), teams.most(), each.least(), each.most());
    }

    private List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        Node node = section.node("roles");
        if (node instanceof Node.Mapping mapping) {
            Section lines = new Section(mapping, remarks);
            lines.named("Roles: ");
            for (String key : lines.keys()) {
                HolderWords holder = lines.read(key, HolderWords.UNREAD, HolderWords::read);
                String text =
                        lines.node(key) instanceof Node.Words(int _, String words)
                                ? words.strip()
                                : "";
                if (RESERVED.contains(key)) {
                    lines.error(
                            key,
                            "%s already has a meaning of its own. Give the role another name."
                                    .formatted(quoted(key)));
                }
                roles.add(holder.role(lines.written(key), text));
            }
        } else if (node != null) {
            section.error(
                    "roles",
                    "After “roles:” write one role on each line, for example “presenter: 1 person”.");
        }
        if (roles.stream().noneMatch(role -> Section.small(role.name()).equals("facilitator"))) {
            roles.add(
                    new Role(
                            "facilitator",
                            Role.Holder.STARTER,
                            "the person who starts the protocol"));
        }
        return roles;
    }

    private Set<Mode> modes() {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Node.Words item : Listed.words(section, "modes")) {
            try {
                modes.add(OneOf.MODE.read(item.text()));
            } catch (Misread misread) {
                section.error(
                        item.line(), quoted("modes: " + item.text()) + " " + misread.predicate());
            }
        }
        return modes.isEmpty() ? EnumSet.allOf(Mode.class) : modes;
    }
}
