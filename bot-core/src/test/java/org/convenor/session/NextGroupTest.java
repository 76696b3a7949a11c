package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.joinTwo;
import static org.convenor.testing.Groupings.pairs;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.atOnce;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.reveal;
import static org.convenor.testing.Steps.round;
import static org.convenor.testing.Steps.talk;

import java.util.List;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.junit.jupiter.api.Test;

/// What is written for the people of the group one is in next.
class NextGroupTest {
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));
    private static final Step TALK_ON = talk("Talk on", Who.EVERYONE, null, minutes(5, 1));

    private static Step.Ask notes(Who who, Reveal reveal) {
        return reveal(ask("Notes", who, minutes(5, 1)), reveal, Names.SHOWN);
    }

    private static Play four(Step... steps) {
        return Play.running(Mode.LIVE, Protocols.of(steps), "bo/north", "cy/south", "dee/south");
    }

    private static Effect.Store stored(Play play) {
        return play.last(Effect.Store.class).getFirst();
    }

    private static final Step.Ask FOR_NEXT = notes(Who.EVERYONE, Reveal.TO_THE_NEXT_GROUP);

    @Test
    void what_is_for_the_next_group_is_nobodys_until_it_is_formed() {
        var play = four(FOR_NEXT, pairs("Pairs"), TALK).answer("ada");
        assertThat(stored(play).audience()).isEqualTo(Audience.AUTHOR);
        assertThat(stored(play).out()).isFalse();

        play.answer("bo").answer("cy").answer("dee");

        assertThat(play.last(Effect.Share.class))
                .containsExactly(
                        new Effect.Share(List.of(2, 3), Audience.group(1)),
                        new Effect.Share(List.of(4, 5), Audience.group(2)));
        assertThat(play.all(Effect.Reveal.class)).isEmpty();
    }

    @Test
    void what_was_shared_with_two_is_not_shared_with_four() {
        var play = four(FOR_NEXT, pairs("Pairs"), TALK, joinTwo("Fours"), TALK_ON);
        for (var who : new String[] {"ada", "bo", "cy", "dee"}) {
            play.answer(who);
        }

        play.next("ada").next("cy");

        assertThat(play.stepOf("ada")).isEqualTo("Talk on");
        assertThat(play.all(Effect.Share.class)).hasSize(2);
    }

    @Test
    void each_four_gets_what_its_own_pairs_wrote_for_it_whoever_joins_first() {
        var play =
                Play.running(
                        Mode.LIVE,
                        Protocols.of(pairs("Pairs"), FOR_NEXT, joinTwo("Fours"), TALK),
                        "bo/a",
                        "cy/b",
                        "dee/b",
                        "eli/c",
                        "fay/c",
                        "gus/d",
                        "hal/d");
        for (var who : new String[] {"eli", "ada", "bo", "cy", "dee"}) {
            play.answer(who);
        }
        assertThat(play.last(Effect.Share.class))
                .extracting(Effect.Share::audience)
                .containsOnly(Audience.group(5));
        for (var who : new String[] {"fay", "gus", "hal"}) {
            play.answer(who);
        }

        assertThat(play.last(Effect.Share.class))
                .extracting(Effect.Share::audience)
                .containsOnly(Audience.group(6));
        assertThat(play.all(Effect.Share.class).stream().flatMap(one -> one.numbers().stream()))
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_round_that_is_written_for_the_next_group_is_shared_too() {
        var step =
                atOnce(round("Round", Who.EVERYONE, null, minutes(5, 1)), Reveal.TO_THE_NEXT_GROUP);
        var play = four(step, pairs("Pairs"), TALK);

        for (var who : new String[] {"ada", "bo", "cy", "dee"}) {
            play.answer(who);
        }

        assertThat(play.last(Effect.Share.class)).hasSize(2);
    }

    @Test
    void whoever_sits_out_keeps_what_they_wrote_to_themselves() {
        var play = four(FOR_NEXT, pairs("Pairs"), TALK).answer("ada").next();

        assertThat(play.last(Effect.Share.class))
                .containsExactly(new Effect.Share(List.of(2), Audience.group(1)));
    }
}
