package org.convenor.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.protocol.Mode;
import org.convenor.protocols.Library;
import org.convenor.protocols.Loaded;
import org.convenor.protocols.Outline;
import org.convenor.protocols.ProtocolFile;
import org.convenor.protocols.Severity;
import org.convenor.rehearsal.Cast;
import org.convenor.rehearsal.Rehearsal;
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

/// The library of protocols: what there is, what a file says, whether it is right, and how it
/// plays.
@Command(
        name = "protocol",
        description = "Lists, shows, checks and rehearses protocols.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ProtocolCommand.ListAll.class,
            ProtocolCommand.Show.class,
            ProtocolCommand.Check.class,
            ConvertCommand.class,
            ProtocolCommand.Rehearse.class
        })
final class ProtocolCommand implements Runnable {
    /// Bytes looked at: far more than a protocol has, and some files never end.
    private static final int MOST_READ = 1_000_000;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    /// One line for each protocol.
    @Command(
            name = "list",
            description = "Lists the protocols that are ready to start.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            var out = spec.commandLine().getOut();
            for (var entry : Library.shipped().all()) {
                out.printf("%-20s %s%n", entry.protocol().id(), entry.summary());
                if (!entry.protocol().aliases().isEmpty()) {
                    out.printf(
                            "%-20s also named %s%n",
                            "", String.join(", ", entry.protocol().aliases()));
                }
            }
            return ExitCode.OK;
        }
    }

    /// The file of a protocol, to read or to start one's own from.
    @Command(
            name = "show",
            description = "Prints the file of a protocol: read it, or start your own from it.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "A name from “protocol list”.")
        private String name = "";

        @Option(
                names = "--steps",
                description =
                        "Prints only what happens when: the titles, those inside others further in.")
        private boolean steps;

        @Override
        public Integer call() {
            var entry = find(name);
            var out = spec.commandLine().getOut();
            if (steps) {
                out.println(entry.summary());
                Outline.of(entry.protocol()).forEach(out::println);
            } else {
                out.print(entry.text());
            }
            return ExitCode.OK;
        }
    }

    /// Every mistake in a file, in words.
    @Command(
            name = "check",
            description = "Checks protocol files and explains every mistake by its line.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Protocol files.")
        private List<Path> files = List.of();

        @Override
        public Integer call() {
            int problems = 0;
            for (var file : files) {
                problems += isRight(file) ? 0 : 1;
            }
            return problems == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }

        /// A file that cannot be read keeps no other from being checked.
        private boolean isRight(Path file) {
            try {
                var loaded = read(file);
                print(loaded, file, spec.commandLine().getOut());
                return loaded.protocol() != null;
            } catch (ProblemException e) {
                spec.commandLine().getErr().println(e.problem());
                return false;
            }
        }
    }

    /// A whole session with invented people.
    @Command(
            name = "rehearse",
            description = "Plays a whole session with invented people on a virtual clock.",
            mixinStandardHelpOptions = true)
    static final class Rehearse implements Callable<Integer> {
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
            int count = people == null ? Rehearsal.usualPeople(protocol) : people;
            int districts = teams == null ? Rehearsal.usualTeams(protocol, count) : teams;
            var speed =
                    mode == null
                            ? (protocol.modes().contains(Mode.LIVE) ? Mode.LIVE : Mode.ASYNC)
                            : mode(mode);
            var result =
                    new Rehearsal(new Rehearsal.Cue(shelved, count, districts, speed, seed)).play();
            if (json) {
                printJson(protocol.id(), result);
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
                find(nameOrFile);
            }
            var loaded = read(file);
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
                    "%n%s after %d minutes on the virtual clock: %d steps, %d contributions.%n",
                    result.ended() ? "Ended (" + result.outcome() + ")" : "NOT ENDED",
                    result.virtualTime().toMinutes(),
                    result.steps(),
                    result.contributions());
        }

        private void printJson(String protocol, Rehearsal.Result result) {
            var object = JsonMapper.shared().createObjectNode();
            object.put("protocol", protocol);
            object.put("ended", result.ended());
            object.put("outcome", result.outcome());
            object.put("steps", result.steps());
            object.put("contributions", result.contributions());
            object.put("virtual_minutes", result.virtualTime().toMinutes());
            spec.commandLine().getOut().println(object);
        }
    }

    static Library.Entry find(String name) {
        var library = Library.shipped();
        var entry = library.find(name);
        if (entry == null) {
            var proposal = library.nearest(name);
            throw new ProblemException(
                    new Problem(
                            "There is no protocol and no file called “%s”.".formatted(name),
                            "Nothing was done.",
                            proposal == null
                                    ? "“./convenor protocol list” shows what there is."
                                    : "Did you mean “%s”?".formatted(proposal)));
        }
        return entry;
    }

    static Loaded read(Path file) {
        var name = file.getFileName();
        return ProtocolFile.read(name == null ? file.toString() : name.toString(), bytes(file));
    }

    static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_READ);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "I cannot read the file %s.".formatted(file),
                            "It was not checked.",
                            "See whether the name is right and whether you may read it."),
                    e);
        }
    }

    static void print(Loaded loaded, Path file, PrintWriter out) {
        for (var remark : loaded.remarks()) {
            var kind = remark.severity() == Severity.WARNING ? "warning: " : "";
            out.printf("%s:%d: %s%s%n", file, remark.line(), kind, remark.text());
        }
        if (loaded.protocol() != null) {
            out.printf("%s: %s%n", file, loaded.summary());
        }
        if (loaded.remarks().isEmpty()) {
            out.printf("%s: no mistakes found.%n", file);
        }
    }
}
