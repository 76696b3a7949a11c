package org.convenor.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.chat.TextFile;
import org.convenor.protocol.Mode;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.ProtocolFiles.Checked;
import org.convenor.runtime.ProtocolFiles.Remark;
import org.convenor.runtime.Rehearser;
import org.convenor.runtime.Workshop;
import org.convenor.testing.Protocols;
import org.convenor.view.Bundle;
import org.convenor.view.Outline;
import org.convenor.view.ProtocolCard;
import org.jspecify.annotations.Nullable;

/// Two protocols on a shelf, and a checker that knows one mistake (`stpes`) and one question (`?`).
/// A table begins with `kind,`.
final class FakeProtocols implements ProtocolBackend {
    static final String TEXT =
            """
            protocol: tuning
            version: 1
            name: Tuning a plan with critical friends
            purpose: >
              One team brings a plan. Colleagues look closely, say what already
              fits the goal, and where they see gaps.

            people:
              size: 5 to 12

            steps:

              - say: We look at the work, not at the person.
                title: How we work
                live: 3 min
            """;

    private static final ProtocolCard TUNING =
            new ProtocolCard(
                    "tuning",
                    "Tuning a plan with critical friends",
                    List.of("critical-friends"),
                    "One team brings a plan. Colleagues look closely, say what already fits the goal"
                            + " and where they see gaps, and the team decides what to change.",
                    "5 to 12 people, 53 min live or up to 17 working days.",
                    0);

    private static final ProtocolCard OURS =
            new ProtocolCard(
                    "our-rounds",
                    "Rounds in our network",
                    List.of(),
                    "Everybody is heard before anybody answers.",
                    "4 or more people, 35 min live.",
                    2);

    final List<String> kept = new ArrayList<>();
    final List<String> published = new ArrayList<>();

    @Override
    public List<ProtocolCard> all(MemberId by, ChannelId room) {
        return List.of(TUNING, OURS);
    }

    @Override
    public ProtocolCard.Sheet sheet(MemberId by, ChannelId room, String name) {
        if (!name.equals("tuning")) {
            throw problem("There is no such protocol.");
        }
        var steps = new ArrayList<>(Outline.of(Bundle.of(Locale.ENGLISH), Protocols.tuning()));
        var frame = new Outline.Entry(0, "For each person in turn:", "", "", "", "", "", "", true);
        steps.add(4, frame);
        for (int at = 5; at < 8; at++) {
            steps.set(at, deeper(steps.get(at)));
        }
        return new ProtocolCard.Sheet(
                TUNING,
                "Joseph McDonald and David Allen.",
                steps,
                List.of(
                        new ProtocolCard.Edition(2, "Maya Okafor", WebTest.NOON, true),
                        new ProtocolCard.Edition(1, "Priya Raman", WebTest.NOON, false),
                        new ProtocolCard.Edition(0, "", Instant.EPOCH, false)),
                TextFile.yaml("tuning", TEXT));
    }

    private static Outline.Entry deeper(Outline.Entry entry) {
        return new Outline.Entry(
                1,
                entry.title(),
                entry.kind(),
                entry.who(),
                entry.live(),
                entry.async(),
                "Short questions with *short*, factual answers.",
                "Now questions about facts only. Advice comes later.",
                false);
    }

    @Override
    public TextFile copy(MemberId by, ChannelId room, String name, String as) {
        if (!as.matches("[a-z-]+")) {
            throw problem("“" + as + "” cannot be the name of a protocol.");
        }
        return TextFile.yaml(as, TEXT.replace("tuning", as));
    }

    @Override
    public Workshop.@Nullable Inspected check(
            MemberId by,
            ChannelId room,
            String sourceKey,
            byte[] file,
            String name,
            String purpose) {
        var text = new String(file, StandardCharsets.UTF_8);
        if (text.startsWith("kind,")) {
            if (name.isEmpty() || purpose.isEmpty()) {
                return null;
            }
            text = "protocol: from-a-table\nname: " + name + "\n";
        }
        var remarks = new ArrayList<Remark>();
        var lines = text.lines().toList();
        for (int line = 1; line <= lines.size(); line++) {
            if (lines.get(line - 1).contains("stpes")) {
                remarks.add(
                        new Remark(
                                line,
                                true,
                                "“stpes” is not a word I know here. Did you mean “steps”?"));
            }
            if (lines.get(line - 1).endsWith("?")) {
                remarks.add(new Remark(line, false, "Nobody is named who asks this."));
            }
        }
        if (remarks.stream().anyMatch(Remark::isError)) {
            return new Workshop.Inspected(new Checked(null, text, "h", remarks), "", "");
        }
        kept.add(text);
        return new Workshop.Inspected(
                new Checked(protocol(), text, "h", remarks), TUNING.summary(), "tuning.h");
    }

    private static Protocol protocol() {
        return new Protocol(
                "tuning",
                List.of(),
                1,
                "Tuning a plan <with> friends",
                "To try it.",
                null,
                null,
                PeopleRange.size(5, 12),
                List.of(),
                Set.of(Mode.LIVE),
                List.of(),
                Protocols.tuning().steps());
    }

    @Override
    public Workshop.Rehearsed rehearse(MemberId by, ChannelId room, String name) {
        var transcript =
                """
                Tuning a plan with critical friends
                Invented people: Ada Example (Willow Bend), Bo Sample (Harbor Flats).

                09:00:12  Ada Example (Willow Bend) invites you to Tuning a plan. Press Join.
                09:04:41  1 of 8 · How we work · until 9:07
                09:07:41  2 of 8 · Presentation · Bo Sample has the floor · until 9:17
                09:08:56  Bo Sample: We lost eleven of forty new teachers within two years.
                          Most of them left before anybody had visited their classroom.
                09:17:41  3 of 8 · Clarifying questions · until 9:22
                """;
        return new Workshop.Rehearsed(
                "tuning",
                TUNING.name(),
                new Rehearser.Played(true, 6, Duration.ofMinutes(58), 10, 41, transcript));
    }

    @Override
    public Workshop.Rehearsed rehearseDraft(MemberId by, ChannelId room, String draft) {
        return rehearse(by, room, "tuning");
    }

    @Override
    public Workshop.@Nullable Publication publish(
            MemberId by, ChannelId room, String sourceKey, String draft) {
        if (published.contains(sourceKey)) {
            return null;
        }
        published.add(sourceKey);
        return new Workshop.Publication("tuning", TUNING.name(), 3, 1, true, true, null);
    }

    private static ProblemException problem(String what) {
        return new ProblemException(new Problem(what, "Nothing was made.", "Choose another one."));
    }
}
