package org.convenor.view;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.chat.MemberId;
import org.convenor.people.Member;
import org.convenor.protocol.Step;
import org.convenor.session.Session;
import org.convenor.session.Unit;
import org.convenor.session.Visible;
import org.jspecify.annotations.Nullable;

/// A session with the names and words that one reader may see: all that a view needs.
///
/// @param members everybody with a seat, by id
/// @param words what the reader may see of the session's words; only those asked for are there
/// @param bundle the reader's language
/// @param zone the reader's zone
public record Scene(
        Session session,
        Map<MemberId, Member> members,
        List<Visible> words,
        Bundle bundle,
        ZoneId zone) {
    private static final Pattern SETTING = Pattern.compile("\\{([^{}]+)\\}");

    public Scene {
        members = Map.copyOf(members);
        words = List.copyOf(words);
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

    /// The visible answers to a question, in the order they came.
    List<Visible> answers(String question) {
        return words.stream().filter(visible -> question.equals(visible.question())).toList();
    }

    String name(MemberId id) {
        var member = members.get(id);
        return member == null ? "Somebody" : member.name();
    }

    @Nullable String team(MemberId id) {
        var member = members.get(id);
        return member == null ? null : member.team().name();
    }

    /// A person's name, or the name of their district where a whole team is meant.
    String name(Unit unit) {
        if (!unit.isTeam()) {
            return name(new MemberId(unit.id()));
        }
        return teamName(unit.id());
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
