package org.convenor.people;

/// Something that not everybody may do.
public enum Right {
    /// Make a room and invite people to it.
    MAKE_ROOM,
    INVITE,
    START_SESSION,
    /// Check, rehearse and publish a protocol for one's cohort.
    PUBLISH_PROTOCOL,
    /// Next, back, more time, pause, resume, skip, replace a presenter.
    CONTROL_SESSION,
    STOP_SESSION,
    /// Become the facilitator of a running session.
    TAKE_OVER,
    /// Answer, speak, pass, ask for more time.
    TAKE_PART,
    SEE_BOARD,
    /// Take the record of a session away as a file.
    EXPORT_SESSION,
    /// Everything the operator does with the data as a whole.
    OPERATE
}
