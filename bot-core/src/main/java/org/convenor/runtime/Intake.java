package org.convenor.runtime;

import java.time.Instant;
import org.convenor.store.Tx;

/// One input on its way in: the transaction it is taken in, when, and what names it across retries.
record Intake(Tx tx, String sourceKey, Instant at) {}
