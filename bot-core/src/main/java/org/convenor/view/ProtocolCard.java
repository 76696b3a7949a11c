package org.convenor.view;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.TextFile;

/// One protocol to choose from.
///
/// @param id as it is typed
/// @param name as people read it
/// @param aliases other names it answers to
/// @param summary for how many people it is and how long it takes
/// @param version the one that new sessions take; zero for the one that comes with Convenor
public record ProtocolCard(
        String id, String name, List<String> aliases, String purpose, String summary, int version) {
    public ProtocolCard {
        aliases = List.copyOf(aliases);
    }

    /// One protocol to read.
    ///
    /// @param credit who thought of it, or empty
    /// @param editions the newest first; the one that comes with Convenor last
    public record Sheet(
            ProtocolCard card,
            String credit,
            List<Outline.Entry> steps,
            List<Edition> editions,
            TextFile file) {
        public Sheet {
            steps = List.copyOf(steps);
            editions = List.copyOf(editions);
        }
    }

    /// One version of a protocol.
    ///
    /// @param version zero for the one that comes with Convenor
    /// @param by name of who published it, or empty
    /// @param at when; [Instant#EPOCH] for the one that comes with Convenor
    /// @param isInUse whether new sessions take it
    public record Edition(int version, String by, Instant at, boolean isInUse) {}
}
