package org.convenor.server;

import java.time.InstantSource;
import java.util.Map;
import org.convenor.chat.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The command line. A command is a class of its own in this package, named in `subcommands` below.
///
/// Every command ends with one of three codes: 0 all is fine, 1 problems were found (a wrong file,
/// an unreachable database, a failed run), 2 the command was typed wrongly.
@Command(
        name = "convenor",
        description = "Runs virtual convenings across Slack, Microsoft Teams and the browser.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is fine",
            "1:problems were found",
            "2:the command was typed wrongly"
        },
        subcommands = {
            StartCommand.class,
            DemoCommand.class,
            ProtocolCommand.class,
            SlackCommand.class,
            DoctorCommand.class
        })
public final class Convenor implements Runnable {
    @Spec private CommandSpec spec;

    private Convenor() {}

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return commandLine(System.getenv());
    }

    /// @param environment what is configured, by the names of variables
    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new Convenor(), new Commands(environment))
                .setExecutionExceptionHandler(Convenor::explain);
    }

    /// Makes the commands that read what is configured.
    private record Commands(Map<String, String> environment) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> kind) throws Exception {
            if (kind == StartCommand.class) {
                return kind.cast(new StartCommand(environment));
            }
            if (kind == DoctorCommand.class) {
                return kind.cast(new DoctorCommand(environment, InstantSource.system()));
            }
            return CommandLine.defaultFactory().create(kind);
        }
    }

    /// A problem is said in its own words; anything else is a bug and keeps its stack trace.
    private static int explain(Exception e, CommandLine command, ParseResult parsed)
            throws Exception {
        if (e instanceof ProblemException known) {
            command.getErr().println(known.problem());
            return ExitCode.SOFTWARE;
        }
        throw e;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
