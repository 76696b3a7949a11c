package org.convenor.runtime;

import java.util.Locale;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// What can be done with protocols apart from any session. A press for it carries the channel
/// instead of a session.
enum ProtocolVerb {
    OVERVIEW(false),
    LIST(false),
    SHOW(false),
    VERSIONS(false),
    /// Opens the form that [#COPY] sends.
    COPY_FORM(false),
    COPY(false),
    /// Opens the form that [#CHECK] sends.
    CHECK_FORM(true),
    CHECK(true),
    /// Opens the form that [#REHEARSE_FILE] sends.
    REHEARSE_FORM(true),
    REHEARSE_FILE(true),
    /// Rehearses what stands on the shelf.
    REHEARSE(true),
    REHEARSE_DRAFT(true),
    /// Opens the form that [#PUBLISH_FILE] sends.
    PUBLISH_FORM(true),
    PUBLISH_FILE(true),
    PUBLISH_DRAFT(true);

    private static final String PREFIX = "protocol-";

    private final boolean takesRight;

    ProtocolVerb(boolean takesRight) {
        this.takesRight = takesRight;
    }

    /// Whether only those may who may publish; reading may everybody.
    boolean takesRight() {
        return takesRight;
    }

    String wire() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Press press(ChannelId room, String argument) {
        return new Press(new SessionId(room.value()), 0, 0, wire(), argument);
    }

    static @Nullable ProtocolVerb of(String wire) {
        for (var verb : values()) {
            if (verb.wire().equals(wire)) {
                return verb;
            }
        }
        return null;
    }
}
