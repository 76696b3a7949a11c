package org.convenor.server;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.convenor.protocols.ProtocolTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A table of steps, as the file of a protocol.
@Command(
        name = "convert",
        description = {
            "Turns a table with the columns kind, text, who, live and async into the file of a protocol.",
            "The table may be CSV, pasted from a spreadsheet, or Markdown."
        },
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "A file with a table.")
    private Path table = Path.of("");

    @Option(
            names = "--purpose",
            required = true,
            description = "One sentence that tells people why they do this.")
    private String purpose = "";

    @Override
    public Integer call() {
        var name = String.valueOf(table.getFileName()).replaceFirst("\\.\\w+$", "");
        var loaded =
                ProtocolTable.read(
                        new ProtocolTable.Top(
                                name.toLowerCase(Locale.ROOT).replace(' ', '-'), name, purpose),
                        ProtocolCommand.bytes(table));
        if (loaded.protocol() == null || !loaded.remarks().isEmpty()) {
            ProtocolCommand.print(loaded, table, spec.commandLine().getErr());
        }
        if (loaded.protocol() == null) {
            return ExitCode.SOFTWARE;
        }
        spec.commandLine().getOut().print(loaded.text());
        return ExitCode.OK;
    }
}
