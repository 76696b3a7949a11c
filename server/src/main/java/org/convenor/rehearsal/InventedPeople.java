package org.convenor.rehearsal;

import java.time.Duration;
import java.util.stream.Collectors;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.ProtocolShelf;
import org.convenor.runtime.Rehearser;

/// Rehearses a protocol with as many people as suit it, always in the same way.
public final class InventedPeople implements Rehearser {
    /// Whatever takes longer to play is not a protocol that ends.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long SEED = 1;

    @Override
    public Played play(ProtocolShelf.Shelved shelved) {
        var protocol = shelved.protocol();
        var cue = new Rehearsal.Cue(shelved, Turnout.usual(protocol), mode(protocol), SEED);
        var result = new Rehearsal(cue, PATIENCE).play();
        return new Played(
                result.ended(),
                result.cast().size(),
                result.virtualTime(),
                result.steps().size(),
                result.contributions(),
                script(protocol, result));
    }

    private static Mode mode(Protocol protocol) {
        return protocol.modes().contains(Mode.LIVE) ? Mode.LIVE : Mode.ASYNC;
    }

    private static String script(Protocol protocol, Rehearsal.Result result) {
        var names =
                result.cast().stream().map(Cast.Person::toString).collect(Collectors.joining(", "));
        var lines =
                result.transcript().stream()
                        .map(Transcript.Entry::print)
                        .collect(Collectors.joining("\n"));
        var late =
                result.latecomer() == null
                        ? ""
                        : "%s comes late.%n".formatted(result.latecomer().name());
        return "%s%nInvented people: %s.%n%s%n%s%n".formatted(protocol.name(), names, late, lines);
    }
}
