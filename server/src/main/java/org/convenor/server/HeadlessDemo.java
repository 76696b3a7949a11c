package org.convenor.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.protocols.ShippedProtocols;
import org.convenor.rehearsal.SampleSession;
import org.convenor.rehearsal.SettableClock;
import org.convenor.runtime.Bot;
import org.convenor.runtime.ProtocolShelf;
import org.convenor.runtime.Workbench;
import org.convenor.store.Database;
import org.convenor.web.Watchers;
import org.convenor.web.WebPlatform;
import org.convenor.web.WebServer;

/// The demo without a newcomer: simulated people sign in, read pages and send forms over HTTP, on a
/// clock that jumps.
final class HeadlessDemo {
    /// How a session ends that came to its end.
    private static final Set<String> ENDS = Set.of("finished", "stopped_by_protocol");

    private HeadlessDemo() {}

    /// What became of it.
    ///
    /// @param keepsMilestones whether the protocol does
    /// @param audit what the file holds, counted after everything was closed
    /// @param record the file people take away
    record Result(
            SampleSession.Played played,
            boolean keepsMilestones,
            Audit audit,
            Path database,
            Path record,
            Duration took) {
        boolean isFine() {
            return ENDS.contains(String.valueOf(played.outcome()))
                    && audit.sessionsEnded() == 1
                    && audit.sessionsOpen() == 0
                    && audit.lost() == 0
                    && audit.doubled() == 0
                    && (audit.milestones() > 0) == keepsMilestones;
        }
    }

    /// @param database does not exist yet; stays
    /// @param name of a protocol that is shipped
    /// @param seed fixes everything drawn by lot
    static Result play(Path database, String name, long seed) {
        long start = System.nanoTime();
        var shelf = new ShippedProtocols();
        var protocol = Objects.requireNonNull(shelf.find(name)).protocol();
        var played = session(database, shelf, protocol, seed);
        var audit = Audit.of(database, played.acknowledged());
        var record = database.resolveSibling("record-of-" + database.getFileName() + ".md");
        write(record, played.record());
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new Result(played, keepsMilestones(protocol), audit, database, record, took);
    }

    private static boolean keepsMilestones(Protocol protocol) {
        return protocol.steps().stream()
                .anyMatch(step ->
                        step instanceof Step.Keep keep && keep.becomes() == Becomes.MILESTONE);
    }

    private static SampleSession.Played session(
            Path database, ProtocolShelf shelf, Protocol protocol, long seed) {
        var clock = new SettableClock(SampleSession.START);
        var random = new Random(seed);
        var watchers = new Watchers();
        try (var bot =
                new Bot(Database.sqlite(database), Workbench.only(shelf), clock, random, "demo")) {
            bot.connect(List.of(new WebPlatform(bot::keepLine, watchers)));
            var backend = new BrowserBackend(bot, watchers);
            try (var web = WebServer.start(WebServer.LOOPBACK, 0, backend, clock)) {
                var code = Objects.requireNonNull(bot.lobby().setupCode());
                return new SampleSession(bot, clock, random)
                        .play(URI.create(web.url()), code, protocol);
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
