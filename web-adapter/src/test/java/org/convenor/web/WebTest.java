package org.convenor.web;

import java.time.Instant;
import java.time.InstantSource;
import org.convenor.chat.ChannelId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A real server on loopback, with a small bot behind it and two people in a room where a step
/// runs.
abstract class WebTest {
    static final Instant NOON = Instant.parse("2026-11-22T18:00:00Z");

    final Clock clock = new Clock();
    final FakeBackend bot = new FakeBackend(clock);
    final ChannelId room = bot.place("Fall cohort");
    final Backend.SignedIn maya = bot.seat("Maya Okafor", "Willow Creek", room);
    final Backend.SignedIn priya = bot.seat("Priya Raman", "Three Rivers", room);
    final String page = "/room/" + room;
    WebServer server;

    @BeforeEach
    void open() {
        bot.scene(room, Scenes.notes());
        server = WebServer.start(WebServer.LOOPBACK, 0, bot, clock);
    }

    @AfterEach
    void close() {
        server.close();
    }

    Browser as(Backend.SignedIn who) {
        return Browser.of(server, who);
    }

    /// The button that stands for a press in the room's current step.
    String press(String verb) {
        return "s-%s~1~%d~%s~".formatted(room, bot.room(room, maya.member()).visit(), verb);
    }

    /// A clock that stands until it is set.
    static final class Clock implements InstantSource {
        volatile Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }
    }
}
