package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.everyone;
import static org.convenor.testing.Groupings.joinTwo;
import static org.convenor.testing.Groupings.pairs;
import static org.convenor.testing.Groupings.timed;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.talk;

import java.time.Duration;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.junit.jupiter.api.Test;

/// Who is with whom is worked out elsewhere: the answer may be late, lost, doubled or stale.
class GroupPlansTest {
    private static final Step NOTES = ask("Notes", Who.EVERYONE, minutes(5, 1));
    private static final Protocol PAIRS =
            Protocols.of(
                    pairs("Pairs"),
                    NOTES,
                    everyone("All"),
                    talk("Talk", Who.EVERYONE, null, minutes(5, 1)));

    private static Play waiting() {
        return waiting(PAIRS);
    }

    private static Play waiting(Protocol protocol) {
        return Play.called(Mode.LIVE, protocol)
                .losesPlans()
                .join("bo", "north")
                .join("cy", "south")
                .join("dee", "south")
                .beginAnyway();
    }

    @Test
    void a_plan_that_is_lost_is_asked_for_again() {
        var play = waiting();

        play.after(Duration.ofSeconds(5));

        assertThat(play.last(Effect.PlanGroups.class)).hasSize(1);
        assertThat(play.planned("ada bo", "cy dee").stepOf("cy")).isEqualTo("Notes");
    }

    @Test
    void after_a_pause_a_lost_plan_is_asked_for_again_when_everybody_should_have_moved() {
        var play = waiting(Protocols.of(timed(pairs("Pairs"), minutes(2, 1)), NOTES));

        play.more().pause().pass(Duration.ofMinutes(1)).resume().after(Duration.ofMinutes(4));

        assertThat(play.last(Effect.PlanGroups.class)).hasSize(1);
    }

    @Test
    void a_plan_that_comes_twice_forms_no_more_groups() {
        var play = waiting().planned("ada bo", "cy dee");

        play.again();

        assertThat(play.last().effects()).isEmpty();
        assertThat(play.session().groups()).hasSize(2);
    }

    @Test
    void a_plan_for_a_visit_that_is_over_forms_nothing() {
        var play = waiting();
        int visit = play.main().visit();
        play.skip();

        play.planned(visit, 0, "ada bo", "cy dee");

        assertThat(play.session().groups()).isEmpty();
    }

    @Test
    void whoever_came_or_went_since_is_placed_all_the_same() {
        var play = waiting().leave("dee").join("eli", "east");

        play.planned("ada bo", "cy dee");

        assertThat(play.groupOf("cy")).isEqualTo("cy eli");
        assertThat(play.groupOf("dee")).isEmpty();
    }

    @Test
    void nobody_is_in_two_groups_whatever_the_plan_says() {
        var play = waiting().planned("ada bo", "bo cy", "g:7 t:nowhere", "dee cy");

        assertThat(play.groupOf("bo")).isEqualTo("ada bo");
        assertThat(play.groupOf("cy")).isEqualTo("cy");
        assertThat(play.groupOf("dee")).isEqualTo("dee");
    }

    @Test
    void a_plan_in_which_nobody_is_left_leaves_people_undivided() {
        var play = waiting().planned("t:nowhere");

        assertThat(play.stepTitle()).isEqualTo("Notes");
        assertThat(play.session().tracks()).hasSize(1);
    }

    @Test
    void skipping_leaves_people_undivided() {
        var play = waiting().skip();

        assertThat(play.stepTitle()).isEqualTo("Notes");
        assertThat(play.said()).containsExactly("step.skipped", "step.opened");
    }

    @Test
    void going_on_before_the_groups_are_known_waits_for_them() {
        var play = waiting(Protocols.of(timed(pairs("Pairs"), minutes(10, 1)), NOTES));

        play.next();
        assertThat(play.stepTitle()).isEqualTo("Pairs");

        assertThat(play.planned("ada bo", "cy dee").stepOf("cy")).isEqualTo("Notes");
    }

    @Test
    void groups_that_come_during_a_pause_wait_for_its_end() {
        var play =
                waiting(Protocols.of(timed(pairs("Pairs"), minutes(2, 1)), NOTES))
                        .pause()
                        .planned("ada bo", "cy dee");
        assertThat(play.main().isApart()).isFalse();

        play.resume().after(Duration.ofMinutes(2));

        assertThat(play.stepOf("cy")).isEqualTo("Notes");
    }

    @Test
    void a_lost_plan_for_joining_is_asked_for_again() {
        var play =
                waiting(Protocols.of(pairs("Pairs"), NOTES, joinTwo("Fours"), NOTES2))
                        .planned("ada bo", "cy dee")
                        .answer("ada")
                        .answer("bo");
        assertThat(play.last(Effect.PlanGroups.class)).hasSize(1);

        play.after(Duration.ofSeconds(5));
        assertThat(play.last(Effect.PlanGroups.class)).hasSize(1);

        play.planned("g:1 g:2 g:9").answer("cy").answer("dee");
        assertThat(play.groupOf("ada")).isEqualTo("ada bo cy dee");
    }

    private static final Step NOTES2 = ask("More notes", Who.EVERYONE, minutes(5, 1));
}
