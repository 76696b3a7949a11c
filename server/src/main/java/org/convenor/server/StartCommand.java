package org.convenor.server;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.convenor.protocols.ShippedProtocols;
import org.convenor.protocols.YamlFiles;
import org.convenor.rehearsal.InventedPeople;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Workbench;
import org.convenor.store.Database;
import org.convenor.web.Watchers;
import org.convenor.web.WebPlatform;
import org.convenor.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the bot until it is told to stop.
@Command(
        name = "start",
        description = {
            "Runs the bot with what is configured; with nothing configured, the browser room on this machine.",
            "The first start prints a setup code: whoever enters it becomes the first operator."
        },
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private ServerOptions options = new ServerOptions();

    @Option(
            names = "--new-operator",
            description =
                    "Prints a setup code although there is an operator: for one who lost their browser.")
    private boolean newOperator;

    private final Map<String, String> environment;

    StartCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Ports.demandValid(spec, options.port);
        Ports.demandFree(options.host, options.port);
        var settings = SlackSettings.of(environment);
        var clock = InstantSource.system();
        try (var end = UntilStopped.listen();
                var slack = new SlackApps(settings, clock)) {
            var database = Database.sqlite(options.data);
            try (var bot = bot(database, clock)) {
                serve(bot, slack, database, clock, end);
            }
        }
        return ExitCode.OK;
    }

    private static Bot bot(Database database, InstantSource clock) {
        return new Bot(
                database,
                new Workbench(new ShippedProtocols(), new YamlFiles(), new InventedPeople()),
                clock,
                RandomGenerator.of("SecureRandom"),
                "main");
    }

    private void serve(
            Bot bot, SlackApps slack, Database database, InstantSource clock, UntilStopped end)
            throws InterruptedException {
        var watchers = new Watchers();
        var room = new WebPlatform(bot::keepLine, watchers);
        bot.connect(Stream.concat(Stream.of(room), slack.join(database).stream()).toList());
        var beside = slack.listen(forget -> new SlackSide(bot, forget));
        var backend = new BrowserBackend(bot, watchers);
        try (var web = WebServer.start(options.host, options.port, backend, clock, beside)) {
            bot.start();
            try (var hearing = slack.start()) {
                say(bot, web, hearing);
                end.await();
            }
        }
    }

    private void say(Bot bot, WebServer web, SlackApps.Hearing hearing) {
        var out = spec.commandLine().getOut();
        var setup = newOperator ? bot.lobby().anotherSetupCode() : bot.lobby().setupCode();
        if (setup != null) {
            out.printf("setup %s%n", setup);
            out.printf(
                    "Open %s/setup and enter it within 15 minutes: you become an operator.%n",
                    web.url());
        }
        hearing.lines().forEach(out::println);
        out.printf("Convenor is ready at %s%n", web.url());
        out.flush();
    }
}
