package org.convenor.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing a group does.
public sealed interface Step {
    Heading heading();

    default String title() {
        return heading().title();
    }

    /// Says something; goes on when its time is up.
    record Say(Heading heading) implements Step {}

    /// Asks people a form's worth.
    ///
    /// @param show what stands beside the question, or null
    /// @param saveAs the name later steps use, or null
    /// @param before answered before the session begins
    /// @param mayPass a person may say "I pass", which counts as having answered
    record Ask(
            Heading heading,
            Who who,
            Answer answer,
            @Nullable Show show,
            @Nullable String saveAs,
            Reveal reveal,
            Names names,
            Until until,
            boolean before,
            boolean mayPass)
            implements Step {}

    /// Shows what was saved, for a while.
    record Display(Heading heading, Show show) implements Step {}

    /// One person, or one team as one, has the floor.
    ///
    /// @param listening role that listens, or null
    /// @param until when it ends; by time unless the file says more
    /// @param endedEarlyBy role that may end it, or null
    record Turn(
            Heading heading,
            Who who,
            @Nullable String listening,
            @Nullable Show show,
            Until until,
            @Nullable String endedEarlyBy)
            implements Step {}

    /// The floor is open to `who`.
    record Talk(
            Heading heading,
            Who who,
            @Nullable String listening,
            @Nullable Show show,
            @Nullable Ask meanwhile,
            Until until,
            @Nullable String endedEarlyBy)
            implements Step {}

    /// Silence to look and think.
    record Quiet(Heading heading, @Nullable Show show) implements Step {}

    /// Each in turn, in a posted order, or each by themselves with `atOnce`.
    ///
    /// @param each time for each person, or null
    /// @param atOnce everybody writes at the same time instead of one after another
    /// @param reveal when what was written at once can be read; [Reveal#AS_THEY_ARRIVE] otherwise
    record Round(
            Heading heading,
            Who who,
            @Nullable String listening,
            @Nullable Show show,
            @Nullable Duration each,
            boolean mayPass,
            boolean atOnce,
            Reveal reveal,
            @Nullable Ask meanwhile,
            Until until,
            @Nullable String endedEarlyBy)
            implements Step {}

    /// Keeps what was saved beyond the session.
    record Keep(Heading heading, List<String> saved, Becomes becomes) implements Step {
        public Keep {
            saved = List.copyOf(saved);
        }
    }
}
