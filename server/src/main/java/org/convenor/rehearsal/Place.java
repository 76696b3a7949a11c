package org.convenor.rehearsal;

import java.util.Map;
import org.convenor.chat.Form;
import org.convenor.chat.Press;
import org.jspecify.annotations.Nullable;

/// A seat in a room as a person has it: they see it, press and write.
public interface Place {
    Glance look();

    /// Presses a button, or sends a form with its answers by field name.
    ///
    /// @return the form it opened, or null if it opened none
    @Nullable Form press(Press press, Map<String, String> values);

    /// Writes in the thread.
    ///
    /// @param visit the visit the words are meant for
    void write(int visit, String words);

    /// Types a command.
    ///
    /// @return the form it opened, or null if it opened none
    @Nullable Form type(String line);
}
