package org.convenor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.ChatPlatform.Post;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.SessionId;
import org.junit.jupiter.api.Test;

class WebPlatformTest {
    private static final Channel ROOM = new Channel(new ChannelId("r1"), "web", "r1", "Room");
    private static final SessionId SESSION = new SessionId("s1");

    private final List<String> keys = new ArrayList<>();
    private final Watchers watchers = new Watchers();
    private final WebPlatform web = new WebPlatform(this::append, watchers);

    private long append(ChannelId room, SessionId session, String key, Line line, int thread) {
        if (!keys.contains(key)) {
            keys.add(key);
        }
        return keys.indexOf(key) + 1L;
    }

    @Test
    void a_line_is_stored_once_and_whoever_watches_hears_of_it() {
        var heard = new AtomicInteger();
        var post =
                new Post(
                        "k1",
                        ROOM,
                        SESSION,
                        Line.of("step.opened"),
                        0,
                        null,
                        Message.text("Next."));

        try (var _ = watchers.watch(ROOM.id(), heard::incrementAndGet)) {
            var first = web.post(post);
            var again = web.post(post);

            assertThat(first).isEqualTo(again);
        }
        web.post(post);

        assertThat(keys).containsExactly("k1");
        assertThat(heard).hasValue(2);
    }

    @Test
    void boards_and_whispers_are_signals() {
        var heard = new AtomicInteger();

        try (var _ = watchers.watch(ROOM.id(), heard::incrementAndGet)) {
            var up = web.board(ROOM, SESSION, null, Message.text("Board"));
            var edited = web.board(ROOM, SESSION, up.platformId(), Message.text("Board 2"));
            web.whisper(SESSION, new MemberId("m1"), "w1", Message.text("Psst"));

            assertThat(edited).isEqualTo(up);
        }

        assertThat(heard).hasValue(3);
        assertThat(keys).isEmpty();
    }
}
