package org.convenor.session;

import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// That somebody answered: never the words.
///
/// @param by who gave it; for a team, who answered for it last. Null where the step is anonymous
/// @param first contribution number of the first field; further fields follow without a gap. Zero
///   where anonymous
/// @param fields how many fields the answer has
/// @param visit the visit during which it was first given
/// @param afterReveal given when the others' answers could already be read
public record Given(@Nullable MemberId by, int first, int fields, int visit, boolean afterReveal) {}
