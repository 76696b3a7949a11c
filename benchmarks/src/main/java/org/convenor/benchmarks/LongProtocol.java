package org.convenor.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A protocol file of three hundred lines without a mistake: a head, and the same four steps again
/// and again, under new titles.
final class LongProtocol {
    private static final int PARTS = 10;

    private static final String HEAD =
            """
            protocol: many-questions
            version: 1
            language: 1
            name: Many questions about one plan
            purpose: One team brings a plan, and colleagues look at every part of it.
            credit: Written to be long.
            also named: [long-protocol]
            announced length: 70 min

            people:
              size: 5 to 12
            roles:
              presenter: 1 person or team, named by the facilitator before the start
              facilitator: the person who starts the protocol
              timekeeper: the bot
              friends: everyone else
            modes: [live, async]

            steps:

            """;

    private static final String PART =
            """
              - turn: Tell us about part %1$d, its goal, and your question.
                title: Part %1$d
                who: presenter
                listening: friends
                live: 2 min
                async: 1 day

              - ask: What works already? What do you wonder?
                title: Notes on part %1$d
                who: friends
                answer:
                  works: text
                  ready: one of yes, no, not yet
                save as: notes %1$d
                reveal: together
                until: everyone has answered or time is up
                live: 2 min
                async: 2 days

              - talk: Talk with each other. The presenter listens.
                title: Feedback on part %1$d
                who: friends
                show: notes %1$d
                live: 2 min
                async: 2 days
              - say: Thank you. On to the next part.
                title: After part %1$d
                live: 30 sec
            """;

    private LongProtocol() {}

    static byte[] bytes() {
        var parts = IntStream.rangeClosed(1, PARTS).mapToObj(PART::formatted);
        return parts.collect(Collectors.joining("", HEAD, "")).getBytes(StandardCharsets.UTF_8);
    }
}
