package org.convenor.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.people.Member;
import org.convenor.session.Decision;
import org.convenor.session.Engine;
import org.convenor.session.Reader;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.view.BoardView;
import org.convenor.view.Bundle;
import org.convenor.view.Scene;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What costs no disk: deciding what follows from an answer, and rendering a board. A session of
/// twelve, nine of ten friends have answered.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PureParts {
    /// What the benchmarks work on, read from a real session once.
    private record Prepared(Session session, SessionEvent answered, Scene scene) {}

    private final Prepared prepared = prepare();

    private static Prepared prepare() {
        try {
            var folder = Files.createTempDirectory("convenor-pure-");
            var file = folder.resolve("pure.db");
            try (var network = new Network(file)) {
                return prepared(network);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Prepared prepared(Network network) {
        var run = network.newRun();
        run.toNotes();
        for (int number = 0; number < run.answering(); number++) {
            run.answer(number);
        }
        var session = run.look();
        var main = session.main();
        var friend = session.seats().inOrder().getLast().member();
        var answered =
                new SessionEvent.Answered(
                        Instant.now(),
                        friend,
                        main.id(),
                        main.visit(),
                        session.stepOf(main).title(),
                        2);
        return new Prepared(session, answered, scene(network, session));
    }

    private static Scene scene(Network network, Session session) {
        return network.database()
                .read(tx -> {
                    Map<MemberId, Member> members = new HashMap<>();
                    for (var seat : session.seats().inOrder()) {
                        members.put(
                                seat.member(), network.tables().people().member(tx, seat.member()));
                    }
                    var words =
                            network.tables().contributions().all(tx, session.id(), Reader.CHANNEL);
                    return new Scene(
                            session,
                            Reader.CHANNEL,
                            members,
                            words,
                            Bundle.of(Locale.ENGLISH),
                            ZoneId.of("UTC"));
                });
    }

    /// The last answer, which ends the step.
    @Benchmark
    public Decision decide() {
        return Engine.decide(prepared.session(), prepared.answered());
    }

    /// The board of the step that waits for the last answer.
    @Benchmark
    public Message renderBoard() {
        return BoardView.render(prepared.scene());
    }
}
