package org.convenor.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.convenor.protocol.Mode;
import org.convenor.protocols.Library;
import org.convenor.rehearsal.Cast;
import org.convenor.rehearsal.Rehearsal;
import org.convenor.rehearsal.Turnout;
import org.convenor.runtime.ProtocolShelf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// A whole session with invented people.
@Command(
        name = "rehearse",
        description = "Plays a whole session with invented people on a virtual clock.",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME-or-FILE",
            description = "A name from “protocol list”, or a file.")
    private String nameOrFile = "";

    @Option(names = "--people", description = "How many people, the facilitator among them.")
    private @Nullable Integer people;

    @Option(names = "--teams", description = "From how many districts.")
    private @Nullable Integer teams;

    @Option(
            names = "--mode",
            description = "live or async (default: the first that the protocol is made for).")
    private @Nullable String mode;

    @Option(
            names = "--seed",
            description = "Fixes everything drawn by lot (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(names = "--json", description = "Prints one object instead of the transcript.")
    private boolean json;

    @Override
    public Integer call() {
        var shelved = shelved();
        if (shelved == null) {
            return ExitCode.SOFTWARE;
        }
        var protocol = shelved.protocol();
        var turnout = Turnout.of(protocol, people, teams);
        var speed =
                mode == null
                        ? (protocol.modes().contains(Mode.LIVE) ? Mode.LIVE : Mode.ASYNC)
                        : mode(mode);
        var cue = new Rehearsal.Cue(shelved, turnout, speed, seed);
        var result = new Rehearsal(cue).play();
        if (json) {
            printJson(cue, result);
        } else {
            print(result);
        }
        return result.ended() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ProtocolShelf.@Nullable Shelved shelved() {
        var entry = Library.shipped().find(nameOrFile);
        if (entry != null) {
            return new ProtocolShelf.Shelved(entry.protocol(), entry.text(), entry.hash());
        }
        var file = Path.of(nameOrFile);
        if (!Files.exists(file)) {
            ProtocolCommand.find(nameOrFile);
        }
        var loaded = ProtocolCommand.read(file);
        ProtocolCommand.print(loaded, file, spec.commandLine().getErr());
        return loaded.protocol() == null
                ? null
                : new ProtocolShelf.Shelved(loaded.protocol(), loaded.text(), loaded.hash());
    }

    private Mode mode(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "live" -> Mode.LIVE;
            case "async" -> Mode.ASYNC;
            default ->
                    throw new ParameterException(
                            spec.commandLine(),
                            "“%s” is no mode. Write live or async.".formatted(typed));
        };
    }

    private void print(Rehearsal.Result result) {
        var out = spec.commandLine().getOut();
        var names = result.cast().stream().map(Cast.Person::toString).toList();
        out.printf("Invented people: %s.%n", String.join(", ", names));
        if (result.latecomer() != null) {
            out.printf("%s comes late.%n", result.latecomer().name());
        }
        out.println();
        result.transcript().forEach(entry -> out.println(entry.print()));
        out.printf(
                "%n%s after %s on the virtual clock: %d steps, %d contributions.%n",
                result.ended() ? "Ended (" + result.outcome() + ")" : "NOT ENDED",
                length(result.virtualTime()),
                result.steps().size(),
                result.contributions());
    }

    private static String length(Duration time) {
        return time.toDays() > 1
                ? "%d days".formatted(time.toDays())
                : "%d minutes".formatted(time.toMinutes());
    }

    private void printJson(Rehearsal.Cue cue, Rehearsal.Result result) {
        var object = JsonMapper.shared().createObjectNode();
        object.put("protocol", cue.protocol().protocol().id());
        object.put("ended", result.ended());
        object.put("outcome", result.outcome());
        object.put("mode", cue.mode().name().toLowerCase(Locale.ROOT));
        object.put("seed", cue.seed());
        object.put("people", cue.turnout().people());
        object.put("teams", cue.turnout().teams());
        object.put("steps", result.steps().size());
        object.put("contributions", result.contributions());
        object.put("virtual_minutes", result.virtualTime().toMinutes());
        var transcript = object.putArray("transcript");
        for (var entry : result.transcript()) {
            var line = transcript.addObject();
            line.put("at", entry.stamp());
            line.put("group", entry.group());
            line.put("text", entry.text());
        }
        spec.commandLine().getOut().println(object);
    }
}
