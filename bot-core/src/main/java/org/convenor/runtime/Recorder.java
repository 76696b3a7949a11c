package org.convenor.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Answer;
import org.convenor.session.Asking;
import org.convenor.session.Audience;
import org.convenor.session.Decision;
import org.convenor.session.Effect;
import org.convenor.session.Given;
import org.convenor.session.Questions;
import org.convenor.session.Session;
import org.convenor.session.Unit;
import org.convenor.store.Contributions.Words;
import org.convenor.store.Ids;
import org.convenor.store.KeptThings;
import org.convenor.store.Log;
import org.convenor.store.Tx;
import org.jspecify.annotations.Nullable;

/// Writes a decision down: state, words, log and everything that is to be delivered, in the
/// caller's transaction.
final class Recorder {
    /// Field name of words on the open floor.
    private static final String SAID = "said";

    /// Lines that hold nothing but what somebody wrote.
    private static final Set<String> SPOKEN = Set.of("said", "said.late");

    private final Tables tables;
    private final Ids ids;

    Recorder(Tables tables, Ids ids) {
        this.tables = tables;
        this.ids = ids;
    }

    /// The words that came with an event.
    ///
    /// @param fields one for each field; empty if it had none
    /// @param origin the message that holds them, or null
    record Texts(List<String> fields, @Nullable Origin origin) {}

    /// @param version what the decision was made on
    /// @param texts the words that came with the event, one for each field; empty if it had none
    void save(Tx tx, Decision decision, long version, List<String> texts, Log.Entry entry) {
        save(tx, decision, version, new Texts(texts, null), entry);
    }

    /// @param version what the decision was made on
    void save(Tx tx, Decision decision, long version, Texts texts, Log.Entry entry) {
        var session = decision.session();
        tables.sessions().save(tx, session, version, entry.at());
        effects(tx, decision, texts, entry.at());
        tables.boards().want(tx, session.id(), version + 1, decision.opensStep());
        if (decision.effects().stream().noneMatch(Effect.StoreAnonymous.class::isInstance)) {
            // An anonymous answer leaves no trace of who gave it when.
            tables.log().add(tx, session.id(), entry);
        }
    }

    void effects(Tx tx, Decision decision, List<String> texts, Instant at) {
        effects(tx, decision, new Texts(texts, null), at);
    }

    private void effects(Tx tx, Decision decision, Texts texts, Instant at) {
        for (var effect : decision.effects()) {
            effect(tx, decision.session(), effect, texts, at);
        }
    }

    private void effect(Tx tx, Session session, Effect effect, Texts texts, Instant at) {
        var id = session.id();
        switch (effect) {
            case Effect.Say(var key, var line, var group) -> {
                tables.posts()
                        .enqueue(
                                tx, id, places(tx, id, line, texts.origin()), key, line, group, at);
            }
            case Effect.Whisper(var member, var key, var line) ->
                    tables.whispers().add(tx, id, member, key, line, at);
            case Effect.Store store -> {
                store(tx, session, store, texts.fields(), at);
                if (texts.origin() != null) {
                    remember(tx, id, texts.origin(), store.first());
                }
            }
            case Effect.StoreAnonymous store ->
                    storeAnonymous(tx, session, store, texts.fields(), at);
            case Effect.Reveal(var question) -> tables.contributions().reveal(tx, id, question);
            case Effect.Share(var numbers, var audience) ->
                    tables.contributions().share(tx, id, numbers, audience);
            case Effect.Keep keep -> keep(tx, session, keep, at);
            // Worked out after the commit, outside of any transaction.
            case Effect.PlanGroups _ -> {}
        }
    }

    /// Words are said everywhere but where they stand already.
    private List<ChannelId> places(Tx tx, SessionId session, Line line, @Nullable Origin origin) {
        var stands = origin != null && SPOKEN.contains(line.template()) ? origin.channel() : null;
        return tables.sessions().channels(tx, session).stream()
                .map(Channel::id)
                .filter(channel -> !channel.equals(stands))
                .toList();
    }

    private void remember(Tx tx, SessionId session, Origin origin, int number) {
        tables.spoken().add(tx, origin.channel(), origin.platformId(), session, number);
    }

    private void store(Tx tx, Session session, Effect.Store store, List<String> texts, Instant at) {
        for (int index = 0; index < texts.size(); index++) {
            tables.contributions()
                    .put(
                            tx,
                            session.id(),
                            new Words(
                                    store.first() + index,
                                    store.step(),
                                    store.visit(),
                                    store.question(),
                                    fieldName(session, store.step(), store.question(), index),
                                    store.by(),
                                    store.audience(),
                                    store.out(),
                                    store.named(),
                                    store.late(),
                                    texts.get(index),
                                    at,
                                    store.unit()));
        }
    }

    private void storeAnonymous(
            Tx tx, Session session, Effect.StoreAnonymous store, List<String> texts, Instant at) {
        var day = at.atZone(session.calendar().zone()).toLocalDate();
        if (!tables.contributions().tookPart(tx, session.id(), store.question(), store.by(), day)) {
            return;
        }
        for (int index = 0; index < texts.size(); index++) {
            var field = fieldName(session, store.step(), store.question(), index);
            tables.contributions()
                    .putAnonymous(
                            tx,
                            session.id(),
                            ids.unordered(),
                            store.question(),
                            field,
                            store.audience(),
                            store.out(),
                            texts.get(index));
        }
    }

    private static String fieldName(
            Session session, int step, @Nullable String question, int index) {
        if (question == null) {
            return SAID;
        }
        return Questions.all(session.mode(), session.protocol().steps().get(step)).stream()
                .filter(ask -> ask.title().equals(Asking.questionOf(question)))
                .findFirst()
                .map(ask -> ask.answer().fields().get(index).name())
                .orElse(Answer.ONLY);
    }

    private void keep(Tx tx, Session session, Effect.Keep keep, Instant at) {
        var cohort = tables.sessions().cohort(tx, session.id());
        for (var question : keep.questions()) {
            for (var given : session.given(question).entrySet()) {
                var unit = given.getValue().by() == null ? null : new Unit(given.getKey());
                tables.kept()
                        .add(tx, kept(session, cohort, keep, question, unit, given.getValue(), at));
            }
        }
    }

    /// The id is made of what is kept, so that keeping it again after a step was opened again
    /// changes nothing. All anonymous answers to one question are one thing that is kept.
    ///
    /// @param unit whose answer it is, or null if it is anonymous
    private static KeptThings.Kept kept(
            Session session,
            String cohort,
            Effect.Keep keep,
            String question,
            @Nullable Unit unit,
            Given given,
            Instant at) {
        var which = unit == null ? "anonymous-" + keep.step() + "-" + question : given.first();
        return new KeptThings.Kept(
                session.id() + "-" + which,
                session.id(),
                cohort,
                unit == null ? null : team(session, unit),
                keep.step(),
                keep.becomes(),
                question,
                unit,
                given.first(),
                given.fields(),
                at);
    }

    private static @Nullable String team(Session session, Unit unit) {
        if (unit.isTeam()) {
            return unit.id();
        }
        if (unit.isGroup()) {
            return null;
        }
        var seat = session.seat(new MemberId(unit.id()));
        return seat == null ? null : seat.team();
    }

    /// Words typed at the start: what the session is about, and the protocol's settings.
    void settings(
            Tx tx,
            SessionId session,
            MemberId by,
            List<String> names,
            List<String> texts,
            Instant at) {
        for (int index = 0; index < texts.size(); index++) {
            tables.contributions()
                    .put(
                            tx,
                            session,
                            new Words(
                                    index + 1,
                                    0,
                                    0,
                                    null,
                                    names.get(index),
                                    by,
                                    Audience.ALL,
                                    true,
                                    false,
                                    false,
                                    texts.get(index),
                                    at));
        }
    }
}
