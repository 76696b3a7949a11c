package org.convenor.rehearsal;

import java.util.Map;
import org.convenor.chat.Form;

/// Gives cards that are put in order a place each: none twice, the rest without one.
final class Places {
    private Places() {}

    /// @param values what somebody would answer, by field; changed where fields ask for places
    static void differ(Form form, Map<String, String> values) {
        int next = 1;
        for (var field : form.fields()) {
            if (field.input() instanceof Form.Input.Scale(int from, int to, _, _)
                    && !field.required()
                    && from == 1) {
                values.put(field.name(), next <= to ? Integer.toString(next) : "");
                next++;
            }
        }
    }
}
