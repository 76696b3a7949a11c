package org.convenor.server;

import java.util.concurrent.Callable;
import org.convenor.slack.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What an administrator of Slack needs.
@Command(
        name = "slack",
        description = "Prints what an administrator of Slack needs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = SlackCommand.PrintManifest.class)
final class SlackCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    /// Which way Slack and we find each other.
    private static final class Way {
        @Option(
                names = "--socket",
                description =
                        "Socket Mode, for one workspace: needs no public address (the default).")
        private boolean socket;

        @Option(
                names = "--url",
                paramLabel = "URL",
                description =
                        "HTTP, also for several workspaces: the https address of this server.")
        private @Nullable String url;
    }

    /// The manifest of our app.
    @Command(
            name = "manifest",
            description = {
                "Prints the manifest of the app, to be pasted at https://api.slack.com/apps.",
                "It asks for the least scopes that work; the reason stands beside each."
            },
            mixinStandardHelpOptions = true)
    static final class PrintManifest implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @ArgGroup private @Nullable Way way;

        @Option(
                names = "--app",
                paramLabel = "SUFFIX",
                description =
                        "What the variables of this app end with, if it is not the only one: EAST for"
                                + " SLACK_BOT_TOKEN_EAST.")
        private String suffix = "";

        @Override
        public Integer call() {
            spec.commandLine().getOut().print(manifest());
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }

        private String manifest() {
            if (way == null || way.socket || way.url == null) {
                return Manifest.socket();
            }
            return Manifest.http(PublicUrl.of(way.url) + SlackSettings.path(suffix));
        }
    }
}
