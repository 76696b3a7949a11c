package org.convenor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How long a protocol takes, on the shortest way through it and on the longest.
class ExtentTest {
    private static final PeopleRange FOUR_TO_NINE = PeopleRange.size(4, 9);

    @Test
    void steps_one_after_another_add_up() {
        var protocol = protocol(FOUR_TO_NINE, say("a", 3), say("b", 5));

        assertThat(live(protocol)).containsExactly(8L, 8L);
        assertThat(protocol.liveLength()).isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void a_question_before_the_session_takes_days_but_no_minutes() {
        var ask =
                new Step.Ask(
                        new Heading("q", "?", null, timing(5)),
                        Who.EVERYONE,
                        Answer.of(new Answer.Kind.Text()),
                        null,
                        null,
                        Reveal.TOGETHER,
                        Names.SHOWN,
                        Until.USUAL,
                        true,
                        false);
        var protocol = protocol(FOUR_TO_NINE, ask, say("a", 3));

        assertThat(live(protocol)).containsExactly(3L, 3L);
        assertThat(protocol.longest().days()).isEqualTo(2);
    }

    @Test
    void rounds_count_each_time() {
        var rounds = new Step.Repeat(heading("r"), new Times.Rounds(3), 2, 0);

        assertThat(live(protocol(FOUR_TO_NINE, rounds, say("a", 3), say("b", 1), say("c", 10))))
                .containsExactly(22L, 22L);
    }

    @Test
    void for_each_person_takes_from_the_fewest_to_the_most() {
        var each = new Step.Repeat(heading("r"), new Times.ForEach(Times.Kind.PERSON), 1, 0);

        assertThat(live(protocol(FOUR_TO_NINE, each, say("a", 2)))).containsExactly(8L, 18L);
        assertThat(live(protocol(PeopleRange.size(4, null), each, say("a", 2))))
                .containsExactly(8L, 60L);
    }

    @Test
    void for_each_team_in_a_group_takes_as_many_as_come_together() {
        var teams = new PeopleRange(null, null, 4, 24, 2, 8);
        var group = group(Grouping.Kind.TEAMS, 2, Grouping.Odd.LARGER);
        var each = new Step.Repeat(heading("r"), new Times.ForEach(Times.Kind.TEAM), 1, 0);

        assertThat(live(protocol(teams, group, each, say("a", 7)))).containsExactly(14L, 21L);
        assertThat(live(protocol(teams, each, say("a", 7)))).containsExactly(28L, 168L);
    }

    @Test
    void for_each_group_takes_as_many_as_were_formed() {
        var pairs = group(Grouping.Kind.PEOPLE, 2, Grouping.Odd.SMALLER);
        var all = group(Grouping.Kind.EVERYONE, 0, Grouping.Odd.BALANCED);
        var each = new Step.Repeat(heading("r"), new Times.ForEach(Times.Kind.GROUP), 1, 0);

        assertThat(live(protocol(PeopleRange.size(4, 8), pairs, all, each, say("a", 1))))
                .containsExactly(2L, 4L);
    }

    @Test
    void until_takes_one_pass_at_least_and_at_most_all_and_what_is_done_if_still_open() {
        var until = new Step.Repeat(heading("r"), until(3), 1, 1);

        assertThat(live(protocol(FOUR_TO_NINE, until, say("a", 4), say("open", 2), say("c", 1))))
                .containsExactly(5L, 15L);
    }

    @Test
    void a_condition_takes_nothing_at_least() {
        var when = new Step.When(heading("w"), decided(), 1);

        assertThat(live(protocol(FOUR_TO_NINE, when, say("a", 4), say("b", 1))))
                .containsExactly(1L, 5L);
    }

    @Test
    void nothing_comes_behind_a_stop() {
        var stop = new Step.Stop(heading("stop"));
        var until = new Step.Repeat(heading("r"), until(2), 1, 2);

        assertThat(
                        live(
                                protocol(
                                        FOUR_TO_NINE,
                                        until,
                                        say("a", 4),
                                        say("open", 1),
                                        stop,
                                        say("decided", 3))))
                .containsExactly(7L, 11L);
        assertThat(live(protocol(FOUR_TO_NINE, say("a", 4), stop, say("b", 9))))
                .containsExactly(4L, 4L);
    }

    @Test
    void absurd_repetition_is_a_large_number_and_no_failure() {
        var steps = new ArrayList<Step>();
        for (int i = 9; i > 0; i--) {
            steps.add(
                    new Step.Repeat(heading("r" + i), new Times.ForEach(Times.Kind.PERSON), i, 0));
        }
        steps.add(say("a", 180));

        var longest = protocol(PeopleRange.size(1, 9999), steps.toArray(Step[]::new)).longest();

        assertThat(longest.moments()).isGreaterThan(1_000_000);
        assertThat(longest.days()).isPositive();
    }

    @Test
    void groups_are_as_large_as_what_is_done_with_those_left_over() {
        assertThat(GroupSizes.of(4, 9, 2, Grouping.Odd.LARGER)).isEqualTo(new GroupSizes(2, 3));
        assertThat(GroupSizes.of(4, 9, 2, Grouping.Odd.SMALLER)).isEqualTo(new GroupSizes(1, 2));
        assertThat(GroupSizes.of(4, 9, 2, Grouping.Odd.SIT_OUT)).isEqualTo(new GroupSizes(2, 2));
        assertThat(GroupSizes.of(5, 5, 4, Grouping.Odd.BALANCED)).isEqualTo(new GroupSizes(5, 5));
        assertThat(GroupSizes.of(6, 6, 4, Grouping.Odd.BALANCED)).isEqualTo(new GroupSizes(3, 3));
        assertThat(GroupSizes.of(2, 3, 4, Grouping.Odd.LARGER)).isEqualTo(new GroupSizes(2, 3));
    }

    private static List<Long> live(Protocol protocol) {
        return List.of(
                protocol.shortest().live().toMinutes(), protocol.longest().live().toMinutes());
    }

    private static Protocol protocol(PeopleRange people, Step... steps) {
        return new Protocol(
                "it",
                List.of(),
                1,
                "It",
                "Try.",
                null,
                null,
                people,
                List.of(),
                Set.of(Mode.LIVE, Mode.ASYNC),
                List.of(),
                List.of(steps));
    }

    private static Times until(int most) {
        return new Times.UntilTrue(decided(), most);
    }

    private static Condition decided() {
        return new Condition(Condition.Test.DECIDED, "d");
    }

    private static Step say(String title, int minutes) {
        return new Step.Say(new Heading(title, title, null, timing(minutes)));
    }

    private static Step group(Grouping.Kind kind, int size, Grouping.Odd odd) {
        return new Step.Group(
                heading("g"),
                new Grouping(kind, size),
                odd,
                Grouping.Late.SMALLEST_GROUP,
                Set.of(),
                null);
    }

    private static Heading heading(String title) {
        return new Heading(title, "", null, Timing.NONE);
    }

    private static Timing timing(int minutes) {
        return new Timing(Duration.ofMinutes(minutes), Window.ofDays(1));
    }
}
