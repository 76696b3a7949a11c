package org.convenor.session;

import java.util.ArrayList;
import java.util.List;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Step;

/// A decision in the making: the state so far and what it asks the world to do. Lives within one
/// call of the engine.
final class Transition {
    private final List<Effect> effects = new ArrayList<>();
    private Session session;

    Transition(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    void become(Session next) {
        session = next;
    }

    Track track(int id) {
        return session.track(id);
    }

    Step step(int track) {
        return session.stepOf(session.track(track));
    }

    /// Puts a track back and works out when it is due.
    void put(Track track) {
        session = session.with(track);
        session = session.with(track.due(Times.due(session, track)));
    }

    /// Puts a track back that says itself when it is due.
    void putAsDue(Track track) {
        session = session.with(track);
    }

    /// The next visit number.
    int newVisit() {
        session = session.lastVisit(session.lastVisit() + 1);
        return session.lastVisit();
    }

    /// The first of so many contribution numbers that nobody had before.
    int newContributions(int count) {
        int first = session.lastContribution() + 1;
        session = session.lastContribution(session.lastContribution() + count);
        return first;
    }

    /// A key for something that may be said several times within a visit.
    String newKey(String topic) {
        session = session.lastLine(session.lastLine() + 1);
        return topic + "." + session.lastLine();
    }

    /// A key for something that may be said several times within a visit.
    String newKey(Track track, String topic) {
        return newKey("v" + track.visit() + "." + topic);
    }

    /// Says something to everybody.
    void say(String key, Line line) {
        effects.add(new Effect.Say(key, line));
    }

    /// Says something to the people of a track.
    void say(Track track, String key, Line line) {
        effects.add(new Effect.Say(key, line, track.group()));
    }

    void whisper(MemberId member, String key, Line line) {
        effects.add(new Effect.Whisper(member, key, line));
    }

    void whisper(Unit unit, String key, Line line) {
        Circle.members(session, unit).toList().forEach(member -> whisper(member, key, line));
    }

    void emit(Effect effect) {
        effects.add(effect);
    }

    Decision accepted() {
        return new Decision(session, effects, new Decision.Verdict.Accepted());
    }

    /// A template that names the step of a track.
    static Line line(String template, int step) {
        return Line.of(template).with("step", new Arg.StepTitle(step));
    }

    Arg who(Unit unit) {
        return who(session, unit);
    }

    static Arg who(Session session, Unit unit) {
        if (unit.isGroup()) {
            var group = session.groups().get(unit.groupId());
            return new Arg.Group(group == null ? 0 : group.number());
        }
        return unit.isTeam()
                ? new Arg.District(unit.id())
                : new Arg.Person(new MemberId(unit.id()));
    }
}
