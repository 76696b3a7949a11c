package org.convenor.slack;

import com.slack.api.model.Message;
import java.util.Map;
import org.convenor.chat.ChatPlatform.Post;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// What a message of ours carries as metadata, so that it is found again after a break. Ids only:
/// everybody in the channel can read it.
///
/// @param key unique among the messages of its kind
record Mark(String kind, String key) {
    private static final String KEY = "key";

    static Mark line(Post post) {
        return new Mark("convenor_line", post.session() + "/" + post.key());
    }

    static Mark board(SessionId session) {
        return new Mark("convenor_board", session.value());
    }

    static Mark head(SessionId session, int thread) {
        return new Mark("convenor_thread", session + "/" + thread);
    }

    static Mark whisper(String key) {
        return new Mark("convenor_whisper", key);
    }

    Message.Metadata metadata() {
        return Message.Metadata.builder().eventType(kind).eventPayload(Map.of(KEY, key)).build();
    }

    boolean isOn(@Nullable Message message) {
        var metadata = message == null ? null : message.getMetadata();
        return metadata != null
                && kind.equals(metadata.getEventType())
                && metadata.getEventPayload() != null
                && key.equals(metadata.getEventPayload().get(KEY));
    }
}
