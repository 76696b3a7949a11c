package org.convenor.server;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.convenor.chat.ProblemException;
import org.convenor.protocol.Protocol;
import org.convenor.protocols.ShippedProtocols;
import org.convenor.protocols.YamlFiles;
import org.convenor.rehearsal.DemoClock;
import org.convenor.rehearsal.Director;
import org.convenor.rehearsal.Guests;
import org.convenor.rehearsal.InventedPeople;
import org.convenor.rehearsal.Turnout;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Workbench;
import org.convenor.store.Database;
import org.convenor.web.Backend;
import org.convenor.web.Watchers;
import org.convenor.web.WebPlatform;
import org.convenor.web.WebServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The demo for somebody with a browser: the real server on this machine, with one seat to pick and
/// simulated people in the others.
final class BrowserDemo {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserDemo.class);
    private static final int USUAL_PORT = 8484;

    private final Path database;
    private final String protocol;
    private final @Nullable Integer port;
    private final RandomGenerator random;
    private final PrintWriter out;
    private final DemoClock clock = new DemoClock(InstantSource.system());
    private final Watchers watchers = new Watchers();

    /// @param database does not exist yet
    /// @param protocol name of one that is shipped
    /// @param port null for the usual one, or any that is free if that is taken
    BrowserDemo(
            Path database,
            String protocol,
            @Nullable Integer port,
            RandomGenerator random,
            PrintWriter out) {
        this.database = database;
        this.protocol = protocol;
        this.port = port;
        this.random = random;
        this.out = out;
    }

    /// Runs until Ctrl-C. Whoever listens for that lets the process go afterwards.
    void run(UntilStopped end) throws InterruptedException {
        var shelf = new ShippedProtocols();
        var wanted = Objects.requireNonNull(shelf.find(protocol)).protocol();
        try (var bot =
                new Bot(
                        Database.sqlite(database),
                        new Workbench(shelf, new YamlFiles(), new InventedPeople()),
                        clock,
                        random,
                        "demo")) {
            bot.connect(List.of(new WebPlatform(bot::keepLine, watchers)));
            var seats = new DemoSeats(bot, wanted);
            try (var web = serve(new BrowserBackend(bot, watchers, seats))) {
                bot.start();
                var url = URI.create("http://" + WebServer.LOOPBACK + ":" + web.port());
                var code = Objects.requireNonNull(bot.lobby().setupCode());
                try (var guests = Guests.arrive(url, code, Turnout.usual(wanted))) {
                    seats.open(guests);
                    welcome(url);
                    direct(bot, seats, guests, wanted, end);
                }
            }
        }
    }

    private WebServer serve(Backend backend) {
        if (port != null) {
            return WebServer.start(WebServer.LOOPBACK, port, backend, clock);
        }
        try {
            return WebServer.start(WebServer.LOOPBACK, USUAL_PORT, backend, clock);
        } catch (ProblemException taken) {
            return WebServer.start(WebServer.LOOPBACK, 0, backend, clock);
        }
    }

    private void welcome(URI url) {
        out.printf("The demo is ready. Open this link in a browser and pick a seat:%n%n");
        out.printf("    %s%n%n", url);
        out.printf("Everybody in it is invented. Ctrl-C ends it.%n%n");
        out.flush();
    }

    private void direct(Bot bot, DemoSeats seats, Guests guests, Protocol wanted, UntilStopped end)
            throws InterruptedException {
        var director = new Director(bot, clock, onlooker(seats), watchers, guests, wanted, random);
        var play = Thread.ofPlatform().name("director").start(() -> play(director, seats));
        try {
            end.await();
        } finally {
            play.interrupt();
            play.join();
        }
    }

    private static void play(Director director, DemoSeats seats) {
        try {
            director.play(seats.newcomer().get());
        } catch (InterruptedException stopped) {
            // The demo is over.
        } catch (ExecutionException | RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error("the simulated people stopped", e);
            }
        }
    }

    private Director.Onlooker onlooker(DemoSeats seats) {
        var time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
        return new Director.Onlooker() {
            @Override
            public void guide(String line) {
                out.println(line);
                out.flush();
            }

            @Override
            public void jumped(Instant to) {
                seats.clockJumped(time.format(to.atZone(ZoneId.systemDefault())));
            }
        };
    }
}
