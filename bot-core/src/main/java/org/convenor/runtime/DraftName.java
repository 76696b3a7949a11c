package org.convenor.runtime;

import java.util.regex.Pattern;
import org.convenor.store.ProtocolDrafts.Draft;
import org.jspecify.annotations.Nullable;

/// Which draft a button is about, and which text of it: a button for a text that was replaced does
/// nothing.
///
/// @param id of the protocol
/// @param start the first letters of the text's hash
record DraftName(String id, String start) {
    private static final int LETTERS = 16;
    private static final Pattern WIRE = Pattern.compile("([a-z0-9-]{1,60})\\.([^.~\\s]{1,16})");

    static DraftName of(Draft draft) {
        var hash = draft.hash();
        return new DraftName(draft.id(), hash.substring(0, Math.min(LETTERS, hash.length())));
    }

    String encode() {
        return id + "." + start;
    }

    /// Null if it is something else.
    static @Nullable DraftName parse(String wire) {
        var matcher = WIRE.matcher(wire);
        return matcher.matches() ? new DraftName(matcher.group(1), matcher.group(2)) : null;
    }
}
