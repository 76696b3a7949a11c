package org.convenor.store;

import java.sql.SQLException;

/// The database refused a statement. A bug of ours, a broken constraint, or trouble with the disk;
/// the transaction is rolled back.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException refusal;

    StoreException(SQLException refusal) {
        super(refusal.getMessage(), refusal);
        this.refusal = refusal;
    }

    SQLException refusal() {
        return refusal;
    }

    /// Whether a rule of the tables was broken: a row that must be unique, a reference to nothing.
    public boolean isConstraint() {
        return Refusals.isConstraint(refusal);
    }
}
