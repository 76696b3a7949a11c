package org.convenor.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.protocols.Library;
import org.convenor.protocols.Loaded;
import org.convenor.protocols.Outline;
import org.convenor.protocols.ProtocolFile;
import org.convenor.protocols.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            RehearseCommand.class
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
