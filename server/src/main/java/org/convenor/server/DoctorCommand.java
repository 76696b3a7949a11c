package org.convenor.server;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.convenor.chat.ProblemException;
import org.convenor.slack.SlackHttp;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Says what is configured, what works, and what to do about the rest. Changes nothing, and may run
/// beside a server.
@Command(
        name = "doctor",
        description = "Says what is configured, what works, and what to do about the rest.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private ServerOptions options = new ServerOptions();

    @Option(names = "--json", description = "Prints one object instead of lines.")
    private boolean json;

    private final Map<String, String> environment;
    private final InstantSource clock;

    DoctorCommand(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Ports.demandValid(spec, options.port);
        var findings = new ArrayList<Finding>();
        findings.add(MachineCheck.java());
        var file = file(findings);
        findings.add(MachineCheck.port(options.host, options.port));
        findings.addAll(slack(file));
        print(findings);
        return findings.stream().allMatch(Finding::isWell) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private DataFile file(List<Finding> findings) {
        var file = options.data.toAbsolutePath();
        findings.add(MachineCheck.disk(file));
        if (!Files.exists(file)) {
            findings.add(
                    Finding.well("data", "%s is made by the first start.".formatted(options.data)));
            return DataFile.none();
        }
        try {
            var read = DataFile.read(file);
            findings.add(judged(read));
            return read;
        } catch (SQLException _) {
            findings.add(damaged());
            return DataFile.none();
        }
    }

    private Finding judged(DataFile read) {
        if (!"ok".equals(read.sound())) {
            return damaged();
        }
        return Files.isWritable(options.data)
                ? Finding.well("data", "%s is sound.".formatted(options.data))
                : Finding.ill(
                        "data",
                        "%s cannot be written by this user.".formatted(options.data),
                        "Give this user the right to write it.");
    }

    private Finding damaged() {
        return Finding.ill(
                "data",
                "%s is damaged or is no database.".formatted(options.data),
                "Put your newest backup in its place.");
    }

    private List<Finding> slack(DataFile file) {
        SlackSettings settings;
        try {
            settings = SlackSettings.of(environment);
        } catch (ProblemException e) {
            return List.of(Finding.of("slack", e.problem()));
        }
        if (settings.apps().isEmpty() && file.linked().isEmpty()) {
            return List.of(Finding.well("slack", "Not configured: see docs/install-slack.md."));
        }
        var client = SlackHttp.client(SlackHttp.PATIENCE);
        var slack = SlackHttp.slack(client, settings.api());
        try {
            return new SlackCheck(slack, settings, clock).look(file);
        } finally {
            SlackApps.close(slack);
        }
    }

    private void print(List<Finding> findings) {
        var out = spec.commandLine().getOut();
        if (!json) {
            findings.forEach(out::println);
            return;
        }
        var object = JsonMapper.shared().createObjectNode();
        object.put("ok", findings.stream().allMatch(Finding::isWell));
        var list = object.putArray("findings");
        for (var finding : findings) {
            list.addObject()
                    .put("about", finding.about())
                    .put("ok", finding.isWell())
                    .put("said", finding.said())
                    .put("remedy", finding.remedy());
        }
        out.println(object.toPrettyString());
    }
}
