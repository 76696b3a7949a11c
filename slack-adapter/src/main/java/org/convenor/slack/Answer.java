package org.convenor.slack;

import java.util.Locale;
import org.convenor.chat.MemberId;
import org.convenor.chat.Reply;
import org.jspecify.annotations.Nullable;

/// What comes of a [Wish].
///
/// @param member whose wish it was, or null if they are not known yet
/// @param language they are spoken to in
/// @param introduction what is granted once the form of the reply, which asks who they are, is
///   sent; null if the form is an ordinary one
record Answer(
        Reply reply, @Nullable MemberId member, Locale language, @Nullable Wish introduction) {
    static Answer to(MemberId member, Locale language, Reply reply) {
        return new Answer(reply, member, language, null);
    }

    static Answer toStranger(Locale language, Reply reply) {
        return new Answer(reply, null, language, null);
    }
}
