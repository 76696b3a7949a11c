package org.convenor.server;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import org.convenor.rehearsal.Cast;
import org.convenor.web.WebServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// A sample network to try Convenor with.
@Command(
        name = "demo",
        description = {
            "A sample network of some districts with invented people.",
            "Open the link it prints and pick a seat; the others are simulated, and the clock jumps ahead while nobody"
                    + " waits for you. Nothing of it touches other data."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--headless",
            description =
                    "Plays a whole session without a browser, through the same room, and prints a summary.")
    private boolean headless;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description =
                    "What is played: any name from “protocol list” (default: ${DEFAULT-VALUE}).",
            defaultValue = "tuning")
    private String protocol = "";

    @Option(
            names = "--seed",
            description = "Fixes everything drawn by lot (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--json",
            description = "With --headless: prints one object instead of the summary.")
    private boolean json;

    @Option(
            names = "--port",
            description =
                    "The HTTP port (default: 8484, or any that is free). Only this machine reaches it.")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "Where to keep the sample data: a new file, which stays (default: a temporary one).")
    private @Nullable Path data;

    @Override
    public Integer call() throws InterruptedException {
        if (json && !headless) {
            throw new ParameterException(spec.commandLine(), "--json needs --headless.");
        }
        if (port != null && !headless) {
            Ports.demandValid(spec, port);
            Ports.demandFree(WebServer.LOOPBACK, port);
        }
        var name = ProtocolCommand.find(protocol).protocol().id();
        var file = DemoFile.of(data);
        return headless ? headless(file, name) : inBrowser(file, name);
    }

    private int inBrowser(DemoFile file, String name) throws InterruptedException {
        try (var end = UntilStopped.listen()) {
            var out = spec.commandLine().getOut();
            try {
                new BrowserDemo(file.path(), name, port, new Random(seed), out).run(end);
            } finally {
                file.discard();
            }
        }
        return ExitCode.OK;
    }

    private int headless(DemoFile file, String name) {
        var result = HeadlessDemo.play(file.path(), name, seed);
        if (json) {
            printJson(name, result);
        } else {
            print(result);
        }
        return result.isFine() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void print(HeadlessDemo.Result result) {
        var out = spec.commandLine().getOut();
        var played = result.played();
        var names = played.people().stream().map(Cast.Person::toString).toList();
        out.printf("Invented people: %s.%n%n", String.join(", ", names));
        played.transcript().forEach(entry -> out.println(entry.print()));
        var audit = result.audit();
        out.printf(
                "%n%s: %d sessions ended, %d open, %d contributions stored, %d milestones kept, %d lost, %d doubled.%n",
                result.isFine() ? "All is well" : "SOMETHING IS WRONG",
                audit.sessionsEnded(),
                audit.sessionsOpen(),
                audit.contributions(),
                audit.milestones(),
                audit.lost(),
                audit.doubled());
        out.printf("Database: %s%n", result.database());
        out.printf("Record:   %s%n", result.record());
        out.printf("Took %.1f seconds.%n", seconds(result));
    }

    private void printJson(String name, HeadlessDemo.Result result) {
        var audit = result.audit();
        var object = JsonMapper.shared().createObjectNode();
        object.put("protocol", name);
        object.put("seed", seed);
        object.put("outcome", result.played().outcome());
        object.put("sessions_ended", audit.sessionsEnded());
        object.put("sessions_open", audit.sessionsOpen());
        object.put("contributions", audit.contributions());
        object.put("milestones", audit.milestones());
        object.put("acknowledged", acknowledged(result));
        object.put("lost", audit.lost());
        object.put("doubled", audit.doubled());
        object.put("database", result.database().toString());
        object.put("record", result.record().toString());
        object.put("seconds", seconds(result));
        spec.commandLine().getOut().println(object);
    }

    private static int acknowledged(HeadlessDemo.Result result) {
        return result.played().acknowledged().values().stream()
                .mapToInt(texts -> texts.size())
                .sum();
    }

    private static double seconds(HeadlessDemo.Result result) {
        return result.took().toMillis() / 1000.0;
    }
}
