package org.convenor.session;

import java.util.List;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// That somebody answered: never the words.
///
/// @param by who gave it; for a team or group, who answered for it last. Null where the step is
///   anonymous
/// @param first contribution number of the first field; further fields follow without a gap. Zero
///   where anonymous
/// @param fields how many fields the answer has
/// @param visit the visit during which it was first given
/// @param afterReveal given when the others' answers could already be read
/// @param marks what can be counted of the answer without its words: names of the choices or ids of
///   the cards that were chosen, in order; a card's number or pile behind an equals sign; for a
///   list of short texts their numbers from 1. Empty where nothing is counted
/// @param consent whether the person who was named said yes; null where nobody has to
public record Given(
        @Nullable MemberId by,
        int first,
        int fields,
        int visit,
        boolean afterReveal,
        List<String> marks,
        @Nullable Consent consent) {
    /// What somebody who was named for something said to it.
    public enum Consent {
        ASKED,
        ACCEPTED,
        DECLINED
    }

    public Given {
        marks = List.copyOf(marks);
    }

    public Given(@Nullable MemberId by, int first, int fields, int visit, boolean afterReveal) {
        this(by, first, fields, visit, afterReveal, List.of(), null);
    }

    Given consent(Consent next) {
        return new Given(by, first, fields, visit, afterReveal, marks, next);
    }
}
