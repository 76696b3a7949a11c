package org.convenor.web;

import java.time.InstantSource;
import java.util.List;
import org.convenor.chat.Message;

/// Opens the room with invented people, to look at it: `Preview 8090`.
final class Preview {
    private Preview() {}

    public static void main(String[] args) throws InterruptedException {
        var clock = InstantSource.system();
        var backend = new FakeBackend(clock);
        var room = backend.place("Fall cohort: convening 2");
        var maya = backend.seat("Maya Okafor", "Willow Creek", room);
        var jonas = backend.seat("Jonas Lindqvist", "Willow Creek", room);
        var priya = backend.seat("Priya Raman", "Three Rivers", room);
        backend.seat("Tomás Herrera", "Three Rivers", room);
        backend.seat("אורי לוי", "مدارس النهر", room);
        backend.seat(
                "Maximiliana Featherstonehaugh-Wolfeschlegelstein",
                "Consolidated Unified School District of the Upper Valley",
                room);
        backend.makeRoom(maya.member(), "Willow Creek and Three Rivers");
        backend.makeRoom(maya.member(), "Advisory board");
        backend.scene(room, Scenes.notes());
        for (var part : Scenes.talk(clock.instant())) {
            var by =
                    part instanceof org.convenor.chat.Part.Said said
                                    && "Jonas Lindqvist".equals(said.author())
                            ? jonas.member()
                            : null;
            backend.line(room, by, new Message("", List.of(part)));
        }
        backend.whisper(room, "You came in at step 4. Jonas has presented; ask what is unclear.");
        var quiet = backend.place("Spring planning");
        backend.enter(maya.member(), "invite-" + quiet);
        var round = backend.place("Debrief in Three Rivers");
        for (var who : List.of(maya, jonas, priya)) {
            backend.enter(who.member(), "invite-" + round);
        }
        backend.scene(round, Scenes.round(false));
        var paused = backend.place("Paused");
        backend.enter(maya.member(), "invite-" + paused);
        backend.scene(paused, Scenes.round(true));
        try (var web =
                WebServer.start(WebServer.LOOPBACK, Integer.parseInt(args[0]), backend, clock)) {
            System.out.printf(
                    "%s room=%s round=%s quiet=%s maya=%s jonas=%s priya=%s%n",
                    web.url(), room, round, quiet, maya.token(), jonas.token(), priya.token());
            Thread.currentThread().join();
        }
    }
}
