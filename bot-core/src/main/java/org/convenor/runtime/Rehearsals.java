package org.convenor.runtime;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.MemberId;
import org.convenor.chat.ProblemException;
import org.convenor.people.Member;
import org.convenor.view.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets few rehearsals run at once: each takes a processor for seconds that live sessions need.
/// Thread-safe.
final class Rehearsals {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);

    private static final int AT_ONCE = 2;

    private final Rehearser rehearser;
    private final Set<MemberId> running = new HashSet<>();

    Rehearsals(Rehearser rehearser) {
        this.rehearser = rehearser;
    }

    /// Takes seconds; never to be called within a transaction.
    Rehearser.Played play(Member by, ProtocolShelf.Shelved protocol) {
        enter(by);
        try {
            return rehearser.play(protocol);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("a rehearsal of {} broke off", protocol.hash(), e);
            throw problem(by, "problem.rehearsal-broke");
        } finally {
            leave(by);
        }
    }

    private void enter(Member by) {
        synchronized (running) {
            if (running.contains(by.id())) {
                throw problem(by, "problem.rehearsal-yours");
            }
            if (running.size() >= AT_ONCE) {
                throw problem(by, "problem.rehearsal-others");
            }
            running.add(by.id());
        }
    }

    private void leave(Member by) {
        synchronized (running) {
            running.remove(by.id());
        }
    }

    private static ProblemException problem(Member by, String key) {
        return new ProblemException(Bundle.of(by.locale()).problem(key, Map.of()));
    }
}
