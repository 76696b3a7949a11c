package org.convenor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.convenor.matching.Leftover;
import org.convenor.matching.Match;
import org.convenor.matching.MatchRequest;
import org.convenor.matching.Matching;
import org.convenor.matching.Meeting;
import org.convenor.matching.Party;
import org.convenor.matching.RandomMatching;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Putting people together for their fourth round: three rounds of meetings are known, nobody is to
/// meet again, teams are to mix, and everybody asks for two things and offers three.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatchParts {
    private static final int ROUNDS_BEFORE = 3;
    private static final int TOPICS = 12;

    private final Matching matching = new RandomMatching();
    private final MatchRequest teams = fourthRound(12, 12, 2);
    private final MatchRequest people = fourthRound(200, 22, 4);

    /// Twelve district teams in pairs.
    @Benchmark
    public Match matchTeams() {
        return matching.match(teams);
    }

    /// Two hundred people of twenty-two district teams in fours.
    @Benchmark
    public Match matchPeople() {
        return matching.match(people);
    }

    private MatchRequest fourthRound(int count, int systems, int size) {
        var parties = IntStream.range(0, count).mapToObj(number -> party(number, systems)).toList();
        List<Meeting> met = new ArrayList<>();
        for (int round = 0; round < ROUNDS_BEFORE; round++) {
            matching.match(request(parties, size, met, round))
                    .groups()
                    .forEach(group -> meet(group, met));
        }
        return request(parties, size, met, ROUNDS_BEFORE);
    }

    /// Odd steps through the topics: wishes that differ, and are the same in every run.
    private static Party party(int number, int systems) {
        return new Party(
                "party " + number,
                Set.of("system " + number % systems),
                Set.of(topic(number), topic(number + 1 + number % 5)),
                Set.of(topic(5 * number), topic(5 * number + 1), topic(5 * number + 6)));
    }

    private static String topic(int number) {
        return "topic " + number % TOPICS;
    }

    private static void meet(List<String> group, List<Meeting> met) {
        for (int one = 0; one < group.size(); one++) {
            for (int other = one + 1; other < group.size(); other++) {
                met.add(new Meeting(group.get(one), group.get(other), 1));
            }
        }
    }

    private static MatchRequest request(
            List<Party> parties, int size, List<Meeting> met, int round) {
        return new MatchRequest(parties, size, Leftover.BALANCED, met, Map.of(), true, true, round);
    }
}
