package org.convenor.session;

import java.time.Instant;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// Somebody's words as one [Reader] may see them. Only the store makes these: what a reader may not
/// see never gets here.
///
/// @param no contribution number; zero where anonymous
/// @param question title of the question answered, or null for words on the open floor
/// @param field name of the answer's field
/// @param by who wrote it, or null where names are hidden from this reader
/// @param late given after the others' words were out, or after the step had moved on
/// @param text the words themselves
/// @param at when, or null where anonymous
public record Visible(
        int no,
        int step,
        int visit,
        @Nullable String question,
        String field,
        @Nullable MemberId by,
        boolean late,
        String text,
        @Nullable Instant at) {}
