package org.convenor.session;

import java.util.List;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// People who are named for something are asked, and nothing counts until they say yes.
final class Consents {
    private Consents() {}

    /// Who was named for something and must say yes, or null.
    static @Nullable MemberId namedPerson(Step.Ask ask, SessionEvent.Answered event) {
        boolean asks =
                ask.answer().fields().stream()
                        .anyMatch(field ->
                                field.kind() instanceof Answer.Kind.Person(boolean accepts)
                                        && accepts);
        return asks && !event.marks().isEmpty() ? new MemberId(event.marks().getFirst()) : null;
    }

    /// Whoever names themselves has said yes; the same person is not asked twice.
    static Given.@Nullable Consent of(
            @Nullable Given before, @Nullable MemberId named, SessionEvent.Answered event) {
        if (named == null) {
            return null;
        }
        if (named.equals(event.member())) {
            return Given.Consent.ACCEPTED;
        }
        boolean hasAccepted =
                before != null
                        && before.marks().equals(event.marks())
                        && before.consent() == Given.Consent.ACCEPTED;
        return hasAccepted ? Given.Consent.ACCEPTED : Given.Consent.ASKED;
    }

    /// The person who was named says yes or no.
    static Decision consent(Session session, SessionEvent.Consented event) {
        for (var asking : session.answers().entrySet()) {
            for (var given : asking.getValue().entrySet()) {
                if (given.getValue().first() == event.first()) {
                    var unit = new Unit(given.getKey());
                    return consent(session, event, asking.getKey(), unit, given.getValue());
                }
            }
        }
        return Decision.moved(session);
    }

    private static Decision consent(
            Session session, SessionEvent.Consented event, String asking, Unit unit, Given given) {
        boolean isAsked = given.consent() != null && given.marks().contains(event.member().value());
        if (!isAsked || session.isOver()) {
            return Decision.moved(session);
        }
        var answer = event.yes() ? Given.Consent.ACCEPTED : Given.Consent.DECLINED;
        if (answer == given.consent()) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session.with(asking, unit, given.consent(answer)));
        var by = given.by();
        if (by != null) {
            var template = event.yes() ? "consent.given" : "consent.refused";
            transition.whisper(
                    by,
                    transition.newKey(template),
                    Line.of(template).with("who", new Arg.Person(event.member())));
        }
        List.copyOf(session.tracks().keySet())
                .forEach(track -> Walk.advanceIfComplete(transition, track, event.at()));
        return transition.accepted();
    }
}
