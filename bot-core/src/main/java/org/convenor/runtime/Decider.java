package org.convenor.runtime;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Message;
import org.convenor.chat.Reply;
import org.convenor.people.Member;
import org.convenor.session.Decision;
import org.convenor.session.Effect;
import org.convenor.session.Engine;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.store.Log;
import org.convenor.store.Sessions.Stored;
import org.convenor.view.Bundle;
import org.convenor.view.LineView;
import org.jspecify.annotations.Nullable;

/// Asks the engine what follows from an event of a person, and writes it down.
final class Decider {
    private final Tables tables;
    private final Recorder recorder;

    Decider(Tables tables, Recorder recorder) {
        this.tables = tables;
        this.recorder = recorder;
    }

    /// @param kind what the log calls it
    /// @param texts the words that came with the event, one for each field; empty if it had none
    Reply decide(
            Intake in,
            Stored stored,
            SessionEvent event,
            Member by,
            String kind,
            List<String> texts) {
        return decide(in, stored, event, by, kind, new Recorder.Texts(texts, null));
    }

    /// @param origin the message that holds the words, or null
    Reply spoken(
            Intake in,
            Stored stored,
            SessionEvent.Spoke event,
            Member by,
            String words,
            @Nullable Origin origin) {
        return decide(in, stored, event, by, "spoke", new Recorder.Texts(List.of(words), origin));
    }

    private Reply decide(
            Intake in,
            Stored stored,
            SessionEvent event,
            Member by,
            String kind,
            Recorder.Texts texts) {
        var decision = Engine.decide(stored.session(), event);
        return switch (decision.verdict()) {
            case Decision.Verdict.Accepted _ -> {
                accepted(in, stored, decision, event, by, kind, texts);
                yield new Reply.Nothing();
            }
            case Decision.Verdict.Moved _ -> moved(by);
            case Decision.Verdict.Refused(var line) -> {
                var scene =
                        tables.scenes()
                                .forMember(
                                        in.tx(),
                                        stored.session(),
                                        by.id(),
                                        List.of(),
                                        List.of(line));
                yield new Reply.Refused(LineView.problem(scene, line));
            }
        };
    }

    /// What a person reads whose button belonged to a moment that has passed.
    static Reply moved(Member by) {
        return new Reply.Moved(
                Message.text(Bundle.of(by.locale()).problem("moved", Map.of()).toString()));
    }

    private void accepted(
            Intake in,
            Stored stored,
            Decision decision,
            SessionEvent event,
            Member by,
            String kind,
            Recorder.Texts texts) {
        if (!decision.changes(stored.session())) {
            return;
        }
        int visit = event instanceof SessionEvent.OfVisit of ? of.visit() : 0;
        int track = event instanceof SessionEvent.OfVisit of ? of.track() : Session.MAIN;
        var entry = new Log.Entry(event.at(), kind, by.id(), track, visit);
        recorder.save(in.tx(), decision, stored.version(), texts, entry);
        if (decision.asksForGroups()) {
            in.toPlan().add(stored.session().id());
        }
        if (decision.effects().stream().anyMatch(Effect.StoreAnonymous.class::isInstance)) {
            forgetTheHour(in, stored.session().calendar().zone());
        }
    }

    /// The key must stay, so that a retry changes nothing; the moment would tell who answered when.
    private void forgetTheHour(Intake in, ZoneId zone) {
        var day = in.at().atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        tables.sourceKeys().date(in.tx(), in.sourceKey(), day);
    }
}
