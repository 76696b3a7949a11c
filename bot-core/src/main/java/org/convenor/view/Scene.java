package org.convenor.view;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        if (text.indexOf('{') < 0) {
            return text.strip();
        }
        var filled = text;
        for (var setting : new TreeMap<>(session.settings()).entrySet()) {
            filled =
                    filled.replace(
                            "{" + setting.getKey() + "}", Markup.escape(words(setting.getValue())));
        }
        return filled.strip();
    }
}
