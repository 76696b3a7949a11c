package org.convenor.runtime;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.people.Member;
import org.convenor.session.Circle;
import org.convenor.session.Reader;
import org.convenor.session.Session;
import org.convenor.session.Visible;
import org.convenor.store.Contributions;
import org.convenor.store.People;
import org.convenor.store.Sessions;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.convenor.view.Scene;
import org.convenor.view.Shown;
import org.convenor.view.SummaryView;

/// Reads what a view needs: names, and the words its reader may see.
final class Scenes {
    private final People people;
    private final Sessions sessions;
    private final Contributions contributions;

    Scenes(People people, Sessions sessions, Contributions contributions) {
        this.people = people;
        this.sessions = sessions;
        this.contributions = contributions;
    }

    /// As everybody in the session's channels may see it.
    Scene forChannel(Tx tx, Session session, Collection<String> questions, Collection<Line> lines) {
        var cohort = people.cohort(tx, sessions.cohort(tx, session.id()));
        var locale = cohort == null ? Locale.ENGLISH : cohort.locale();
        var zone = cohort == null ? ZoneId.of("UTC") : cohort.zone();
        return scene(tx, session, Reader.CHANNEL, locale, zone, questions, lines);
    }

    /// As one member may see it.
    Scene forMember(
            Tx tx,
            Session session,
            MemberId reader,
            Collection<String> questions,
            Collection<Line> lines) {
        var member = people.member(tx, reader);
        return scene(
                tx,
                session,
                reader(session, member),
                member.locale(),
                member.zone(),
                questions,
                lines);
    }

    /// Everything a channel may see of a session: for the record.
    Scene whole(Tx tx, Session session) {
        var scene = forChannel(tx, session, List.of(), List.of());
        var words = contributions.all(tx, session.id(), Reader.CHANNEL);
        return new Scene(
                session, Reader.CHANNEL, scene.members(), words, scene.bundle(), scene.zone());
    }

    private static Reader reader(Session session, Member member) {
        boolean leads =
                member.id().equals(session.facilitator())
                        || session.coFacilitators().contains(member.id());
        return new Reader(
                member.id(),
                member.team().id(),
                Set.copyOf(Circle.rolesOf(session, member.id())),
                session.groupsOf(member.id()),
                leads);
    }

    private Scene scene(
            Tx tx,
            Session session,
            Reader reader,
            Locale locale,
            ZoneId zone,
            Collection<String> questions,
            Collection<Line> lines) {
        var numbers = new TreeSet<>(session.settings().values());
        var asked = new LinkedHashSet<>(questions);
        var named = new HashSet<MemberId>();
        session.seats().stream().forEach(seat -> named.add(seat.member()));
        named.add(session.facilitator());
        for (var line : lines) {
            asked.addAll(questionsOf(session, line));
            for (var arg : line.args().values()) {
                if (arg instanceof Arg.Words(int number)) {
                    numbers.add(number);
                } else if (arg instanceof Arg.Person(var member)) {
                    named.add(member);
                }
            }
        }
        var words =
                new ArrayList<Visible>(contributions.numbered(tx, session.id(), reader, numbers));
        words.addAll(contributions.ofQuestions(tx, session.id(), reader, asked));
        return new Scene(
                session, reader, people.members(tx, named), words, Bundle.of(locale), zone);
    }

    /// The questions whose answers a line shows beyond the words it names.
    private static Collection<String> questionsOf(Session session, Line line) {
        return switch (line.template()) {
            case "session.finished",
                    "session.stopped",
                    "session.stopped-by-protocol",
                    "session.silent" ->
                    SummaryView.questions(session);
            case "catch-up" -> session.answers().keySet();
            case "step.result" ->
                    line.args().get("asking") instanceof Arg.Label(var key)
                            ? Shown.behind(session, key)
                            : List.of();
            default -> List.of();
        };
    }
}
