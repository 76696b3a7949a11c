package org.convenor.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.convenor.chat.SessionId;
import org.convenor.store.Tx;

/// One input on its way in.
///
/// @param toPlan sessions in which groups are to be worked out once this is stored; added to on the
///   way
record Intake(Tx tx, String sourceKey, Instant at, List<SessionId> toPlan) {
    Intake(Tx tx, String sourceKey, Instant at) {
        this(tx, sourceKey, at, new ArrayList<>());
    }
}
