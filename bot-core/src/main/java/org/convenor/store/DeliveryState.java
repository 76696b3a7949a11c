package org.convenor.store;

/// How far something on its way to people is.
public enum DeliveryState {
    QUEUED,
    /// The platform was called, or is about to be; how that ended is not known yet.
    ATTEMPTED,
    DELIVERED,
    /// It may have arrived, and nobody can be asked. Not tried again, so that it is never there
    /// twice.
    UNCERTAIN,
    UNDELIVERABLE
}
