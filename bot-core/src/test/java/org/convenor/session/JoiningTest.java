package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.everyone;
import static org.convenor.testing.Groupings.joinTwo;
import static org.convenor.testing.Groupings.pairs;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.talk;

import java.util.Objects;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.junit.jupiter.api.Test;

/// One, two, four, all: some groups come together while others are still at work.
class JoiningTest {
    private static final Step TWO = ask("Two", Who.EVERYONE, minutes(5, 1));
    private static final Step FOUR = ask("Four", Who.EVERYONE, minutes(5, 1));
    private static final Step EIGHT = ask("Eight", Who.EVERYONE, minutes(5, 1));
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));
    private static final Protocol ONE_TWO_FOUR_ALL =
            Protocols.of(pairs("Pairs"), TWO, joinTwo("Fours"), FOUR, everyone("All"), TALK);

    private static Play eight(Protocol protocol) {
        return Play.running(
                Mode.LIVE, protocol, "bo/a", "cy/b", "dee/b", "eli/c", "fay/c", "gus/d", "hal/d");
    }

    private static Play answered(Play play, String... people) {
        for (var who : people) {
            play.answer(who);
        }
        return play;
    }

    @Test
    void two_pairs_go_on_as_soon_as_both_are_there() {
        var play = answered(eight(ONE_TWO_FOUR_ALL), "ada", "bo", "cy");
        assertThat(play.trackOf("ada").progress()).isInstanceOf(Progress.Arrived.class);

        play.answer("dee");

        assertThat(play.groupOf("ada")).isEqualTo("ada bo cy dee");
        assertThat(play.stepOf("ada")).isEqualTo("Four");
        assertThat(play.stepOf("hal")).isEqualTo("Two");
        assertThat(play.everToldTo("ada")).filteredOn("group.yours"::equals).hasSize(2);
    }

    @Test
    void the_fours_meet_when_the_last_of_them_is_done() {
        var play = answered(eight(ONE_TWO_FOUR_ALL), "ada", "bo", "cy", "dee");
        answered(play, "ada", "bo", "cy", "dee", "eli", "fay", "gus", "hal");
        assertThat(play.stepOf("eli")).isEqualTo("Four");

        answered(play, "eli", "fay", "gus", "hal");

        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void a_four_that_is_done_waits_until_it_is_known_whom_it_could_meet() {
        var protocol =
                Protocols.of(pairs("Pairs"), TWO, joinTwo("Fours"), FOUR, joinTwo("Eights"), EIGHT);
        var play = answered(eight(protocol), "ada", "bo", "cy", "dee");
        answered(play, "ada", "bo", "cy", "dee");
        assertThat(play.trackOf("ada").progress()).isInstanceOf(Progress.Arrived.class);

        answered(play, "eli", "fay", "gus", "hal");
        answered(play, "eli", "fay", "gus", "hal");

        assertThat(play.stepOf("ada")).isEqualTo("Eight");
        assertThat(play.groupOf("ada")).isEqualTo("ada bo cy dee eli fay gus hal");
    }

    @Test
    void a_pair_that_has_no_other_goes_on_alone() {
        var play =
                Play.running(
                        Mode.LIVE,
                        Protocols.of(pairs("Pairs"), TWO, joinTwo("Fours"), FOUR),
                        "bo/a",
                        "cy/b",
                        "dee/b",
                        "eli/c",
                        "fay/c");

        answered(play, "ada", "bo", "cy", "dee", "eli", "fay");

        assertThat(play.groupOf("eli")).isEqualTo("ada bo cy dee eli fay");
    }

    @Test
    void a_single_group_is_joined_with_nobody_and_goes_on() {
        var play = Play.running(Mode.LIVE, ONE_TWO_FOUR_ALL, "bo/a");

        answered(play, "ada", "bo");

        assertThat(play.stepOf("ada")).isEqualTo("Four");
        assertThat(play.groupOf("bo")).isEqualTo("ada bo");
    }

    @Test
    void nobody_waits_for_a_pair_that_left() {
        var play = answered(eight(ONE_TWO_FOUR_ALL), "ada", "bo");

        play.leave("cy").leave("dee");

        assertThat(play.stepOf("ada")).isEqualTo("Four");
    }

    @Test
    void called_back_before_the_join_all_go_on_in_fours() {
        var play = eight(ONE_TWO_FOUR_ALL).next();

        assertThat(play.stepOf("ada")).isEqualTo("Four");
        assertThat(play.groupOf("ada")).isEqualTo("ada bo cy dee");
        assertThat(play.groupOf("hal")).isEqualTo("eli fay gus hal");
    }

    @Test
    void groups_that_join_are_numbered_by_people_from_one() {
        var play = answered(eight(ONE_TWO_FOUR_ALL), "eli", "fay", "gus", "hal");

        int id = play.trackOf("eli").group();
        var group = Objects.requireNonNull(play.session().groups().get(id));

        assertThat(group.number()).isEqualTo(1);
        assertThat(group.parties()).containsExactly(Unit.ofGroup(3), Unit.ofGroup(4));
    }
}
