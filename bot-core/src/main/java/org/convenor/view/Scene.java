package org.convenor.view;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convenor.chat.MemberId;
import org.convenor.people.Member;
import org.convenor.protocol.Step;
import org.convenor.session.Asking;
import org.convenor.session.Cards;
import org.convenor.session.Group;
import org.convenor.session.Reader;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.convenor.session.Visible;
import org.jspecify.annotations.Nullable;

/// A session with the names and words that one reader may see: all that a view needs.
///
/// @param reader who reads
/// @param members everybody with a seat, by id
/// @param words what the reader may see of the session's words; only those asked for are there
/// @param bundle the reader's language
/// @param zone the reader's zone
public record Scene(
        Session session,
        Reader reader,
        Map<MemberId, Member> members,
        List<Visible> words,
        Bundle bundle,
        ZoneId zone) {
    private static final Pattern SETTING = Pattern.compile("\\{([^{}]+)\\}");

    public Scene {
        members = Map.copyOf(members);
        words = List.copyOf(words);
    }

    /// The track the reader is on; for a channel the one everybody is on.
    public Track track() {
        var member = reader.member();
        return member == null ? session.main() : session.trackOf(member);
    }

    /// What the session is about, or an empty text if it was erased.
    public String topic() {
        return setting(Session.TOPIC);
    }

    String setting(String name) {
        var number = session.settings().get(name);
        return number == null ? "" : words(number);
    }

    /// The words of one contribution, or an empty text if they are not for this reader.
    String words(int number) {
        for (var visible : words) {
            if (visible.no() == number) {
                return visible.text();
            }
        }
        return "";
    }

    /// The visible answers of an asking, in the order they came.
    List<Visible> answers(Asking asking) {
        var key = asking.key();
        return words.stream().filter(visible -> key.equals(visible.question())).toList();
    }

    /// The text of a card, or an empty one if it is not for this reader.
    String card(String id) {
        var words = words(Cards.contribution(id));
        int item = Cards.item(id);
        return item == 0
                ? words
                : words.lines()
                        .filter(line -> !line.isBlank())
                        .skip(item - 1L)
                        .findFirst()
                        .map(String::strip)
                        .orElse("");
    }

    String name(MemberId id) {
        var member = members.get(id);
        return member == null ? "Somebody" : member.name();
    }

    @Nullable String team(MemberId id) {
        var member = members.get(id);
        return member == null ? null : member.team().name();
    }

    /// A person's name, the name of their district where a whole team is meant, or a group's.
    String name(Unit unit) {
        if (unit.isGroup()) {
            var group = session.groups().get(unit.groupId());
            return groupName(group == null ? 0 : group.number());
        }
        return unit.isTeam() ? teamName(unit.id()) : name(new MemberId(unit.id()));
    }

    String names(List<Unit> units) {
        return units.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /// What people call a group, or null if there is none with this id.
    public @Nullable String group(int id) {
        var group = session.groups().get(id);
        return group == null ? null : groupName(group.number());
    }

    /// @param number as people say it
    String groupName(int number) {
        return bundle.text("group.name", Map.of("number", number));
    }

    /// The people of a group who are here, by name.
    String people(Group group) {
        return session.here(group.id())
                .map(seat -> name(seat.member()))
                .collect(Collectors.joining(", "));
    }

    /// The people of a group who are here beside one of them, by name.
    String others(Group group, MemberId member) {
        return session.here(group.id())
                .filter(seat -> !seat.member().equals(member))
                .map(seat -> name(seat.member()))
                .collect(Collectors.joining(", "));
    }

    String teamName(String team) {
        return members.values().stream()
                .map(Member::team)
                .filter(found -> found.id().equals(team))
                .findFirst()
                .map(found -> found.name())
                .orElse("A district");
    }

    /// The text of a step with its settings filled in. The settings are people's words and come
    /// escaped.
    String stepText(Step step) {
        return filled(step.heading().text());
    }

    String filled(String text) {
        return filled(text, true);
    }

    /// Like [#filled(String)], for plain text.
    String filledPlain(String text) {
        return filled(text, false);
    }

    private String filled(String text, boolean escape) {
        if (text.indexOf('{') < 0) {
            return text.strip();
        }
        // In one pass: what somebody wrote may hold curly brackets too.
        return SETTING.matcher(text)
                .replaceAll(found -> {
                    var number = session.settings().get(found.group(1));
                    var words = number == null ? found.group() : words(number);
                    return Matcher.quoteReplacement(
                            escape && number != null ? Markup.escape(words) : words);
                })
                .strip();
    }
}
