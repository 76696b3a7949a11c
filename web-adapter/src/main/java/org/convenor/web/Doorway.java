package org.convenor.web;

import java.net.URI;
import org.convenor.chat.Problem;
import org.jspecify.annotations.Nullable;

/// Answers whoever comes by a link from another platform, on a page in the style of the room.
/// Called from many threads at once.
@FunctionalInterface
public interface Doorway {
    /// @throws org.convenor.chat.ProblemException shown to them, with a status that says it failed
    Answer visit(Visit visit);

    /// Somebody's browser, and what it asks for.
    interface Visit {
        /// A parameter of the address, or null.
        @Nullable String parameter(String name);

        /// The same for every visit of one browser, and nobody else's.
        String browser();
    }

    /// What the browser gets.
    sealed interface Answer {
        /// It goes on to another page.
        record GoOn(URI to) implements Answer {}

        /// It is done.
        ///
        /// @param said in the three sentences of a problem, although it is none
        record Done(Problem said) implements Answer {}
    }
}
