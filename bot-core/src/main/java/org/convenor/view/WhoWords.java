package org.convenor.view;

import java.util.Map;
import org.convenor.protocol.Who;

/// Who acts in a step, in words.
final class WhoWords {
    private WhoWords() {}

    static String of(Bundle bundle, Who who) {
        var values =
                Map.of(
                        "scope", who.scope().name(),
                        "role", who.role() == null ? "" : who.role(),
                        "decision", who.decision() == null ? "" : who.decision());
        var people = bundle.text("outline.who", values);
        if (who.first() != null) {
            return bundle.text("outline.first", Map.of("who", people, "role", who.first()));
        }
        return who.last() == null
                ? people
                : bundle.text("outline.last", Map.of("who", people, "role", who.last()));
    }
}
