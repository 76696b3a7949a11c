package org.convenor.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.session.Engine;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.store.Database;
import org.convenor.store.Ids;
import org.convenor.store.Log;
import org.convenor.store.NoSuchSessionException;
import org.convenor.store.StaleSessionException;
import org.convenor.store.Tx;
import org.convenor.store.Work;
import org.convenor.view.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles one input: one transaction, and a reply once it is stored. Thread-safe.
public final class Convener {
    private static final Logger LOG = LoggerFactory.getLogger(Convener.class);

    /// On PostgreSQL two servers may race for a session; the loser decides again on what the winner
    /// left.
    private static final int TRIES = 20;

    private final Database database;
    private final Tables tables;
    private final InstantSource clock;
    private final Recorder recorder;
    private final Inputs inputs;
    private final Consumer<SessionId> planner;
    private final Runnable afterCommit;
    private final Workshop workshop;
    private final ProtocolDesk desk;

    /// @param planner told of every session in which groups are to be worked out, once that is
    ///   stored; must return at once
    /// @param afterCommit called after everything that was stored: wakes the courier and the alarm;
    ///   must return at once
    public Convener(
            Database database,
            Tables tables,
            Workbench bench,
            InstantSource clock,
            Ids ids,
            Consumer<SessionId> planner,
            Runnable afterCommit) {
        this.database = database;
        this.tables = tables;
        this.clock = clock;
        this.recorder = new Recorder(tables, ids);
        var starting = new Starting(tables, new CohortShelf(tables, bench), recorder, ids);
        this.inputs = new Inputs(tables, starting, recorder);
        this.planner = planner;
        this.afterCommit = afterCommit;
        this.workshop = new Workshop(database, tables, bench, clock);
        this.desk = new ProtocolDesk(workshop);
    }

    /// Takes an input. When it returns, what was accepted is on the disk.
    ///
    /// @param sourceKey names the input across retries: the same key again changes nothing
    public Reply handle(String sourceKey, Input input) {
        var at = now();
        try {
            var aboutProtocols = ProtocolAct.of(input);
            if (aboutProtocols != null) {
                return desk.take(sourceKey, aboutProtocols);
            }
            var toPlan = new ArrayList<SessionId>();
            var reply =
                    write(tx -> {
                        toPlan.clear();
                        return once(new Intake(tx, sourceKey, at, toPlan), input);
                    });
            toPlan.forEach(planner);
            afterCommit.run();
            return reply;
        } catch (NotTaken notTaken) {
            return notTaken.reply;
        } catch (ProblemException e) {
            return new Reply.Refused(e.problem());
        } catch (NoSuchSessionException _) {
            return new Reply.Refused(
                    Bundle.of(Locale.ENGLISH).problem("problem.session-gone", Map.of()));
        }
    }

    private Reply once(Intake in, Input input) {
        if (!tables.sourceKeys().add(in.tx(), in.sourceKey(), in.at())) {
            return inputs.again(in, input);
        }
        var reply = inputs.take(in, input);
        return switch (reply) {
            case Reply.Nothing _, Reply.Notice _, Reply.Handed _, Reply.FormOpened _ -> reply;
            // What was not taken leaves no trace, so that the same input can be tried again.
            case Reply.FieldErrors _, Reply.Moved _, Reply.Refused _ -> throw new NotTaken(reply);
        };
    }

    /// Where protocols are made.
    public Workshop workshop() {
        return workshop;
    }

    /// Does what is due in one session.
    ///
    /// @return whether anything was
    boolean tick(SessionId id) {
        var at = now();
        var toPlan = new ArrayList<SessionId>();
        boolean changed =
                write(tx -> {
                    toPlan.clear();
                    boolean any = false;
                    var stored = tables.sessions().load(tx, id);
                    for (var track : stored.session().tracks().values()) {
                        if (track.dueAt() != null && !track.dueAt().isAfter(at)) {
                            any |=
                                    decide(
                                            tx,
                                            id,
                                            new SessionEvent.Due(
                                                    at, track.id(), track.visit(), track.dueAt()),
                                            "due",
                                            toPlan);
                        }
                    }
                    return any;
                });
        toPlan.forEach(planner);
        afterCommit.run();
        return changed;
    }

    /// Takes what was worked out for groups.
    void planned(SessionId id, SessionEvent.GroupsPlanned event) {
        var toPlan = new ArrayList<SessionId>();
        boolean changed =
                write(tx -> {
                    toPlan.clear();
                    return decide(tx, id, event, "grouped", toPlan);
                });
        if (changed) {
            toPlan.forEach(planner);
            afterCommit.run();
        }
    }

    /// Gives every open session the time back during which nobody could act.
    public void slept(Duration away) {
        var at = now();
        var whole = Duration.ofMillis(away.toMillis());
        for (var id : database.read(tables.sessions()::open)) {
            slept(id, new SessionEvent.Slept(at, whole));
        }
        afterCommit.run();
    }

    /// A session that cannot be read keeps no other waiting, nor the bot from starting.
    private void slept(SessionId id, SessionEvent.Slept event) {
        try {
            write(tx -> decide(tx, id, event, "slept", new ArrayList<>()));
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("could not give session {} its time back", id, e);
        }
    }

    /// @param toPlan gets the session if groups are to be worked out
    /// @return whether it changed anything
    private boolean decide(
            Tx tx, SessionId id, SessionEvent event, String kind, List<SessionId> toPlan) {
        var stored = tables.sessions().load(tx, id);
        var decision = Engine.decide(stored.session(), event);
        boolean changes = decision.changes(stored.session());
        if (changes) {
            var entry = new Log.Entry(event.at(), kind, null, Session.MAIN, 0);
            recorder.save(tx, decision, stored.version(), List.of(), entry);
        }
        if (decision.asksForGroups()) {
            toPlan.add(id);
        }
        return changes;
    }

    private <T> T write(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.write(work);
            } catch (StaleSessionException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Rolls the transaction back and carries the reply out of it.
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Reply reply;

        NotTaken(Reply reply) {
            super("not taken", null, false, false);
            this.reply = reply;
        }
    }
}
