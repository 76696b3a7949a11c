package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.convenor.protocol.Mode;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The tuning protocol from its call to its end.
class CriticalFriendsTest {
    private static Play begun(Mode mode) {
        return Play.called(mode, Protocols.tuning())
                .join("bo", "north")
                .join("cy", "south")
                .join("dee", "east")
                .join("eve", "west")
                .presenter("bo")
                .answer("bo", "Bring your plan", 2)
                .begin();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void time_alone_brings_it_to_its_end(Mode mode) {
        var play = begun(mode);

        for (int ticks = 0; ticks < 100 && !play.session().isOver(); ticks++) {
            play.tick();
        }

        assertThat(play.session().outcome()).isEqualTo(Session.Outcome.FINISHED);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void every_step_opens_with_exactly_one_line(Mode mode) {
        var play = begun(mode);
        while (!play.session().isOver()) {
            play.tick();
        }

        var opened =
                play.all(Effect.Say.class).stream()
                        .filter(say -> say.line().template().equals("step.opened"))
                        .map(Effect.Say::key)
                        .toList();

        assertThat(opened)
                .hasSize(play.session().past().size())
                .containsExactlyElementsOf(
                        play.session().past().stream().map(past -> "v" + past.visit()).toList());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_private_word_has_a_key_of_its_own(Mode mode) {
        var play = begun(mode);
        while (!play.session().isOver()) {
            play.tick();
        }

        var keys = new HashMap<String, Integer>();
        for (var whisper : play.all(Effect.Whisper.class)) {
            keys.merge(whisper.member() + " " + whisper.key(), 1, Integer::sum);
        }

        assertThat(keys.values()).containsOnly(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_late_friend_answers_and_the_change_is_kept(Mode mode) {
        var play = begun(mode).nextUntil("Reading and notes").join("fay", "west");
        play.answer("fay", "Reading and notes", 2)
                .answer("cy", "Reading and notes", 2)
                .answer("dee", "Reading and notes", 2);
        assertThat(play.all(Effect.Reveal.class)).isEmpty();

        play.answer("eve", "Reading and notes", 2);
        assertThat(play.all(Effect.Reveal.class)).hasSize(1);
        assertThat(play.stepTitle()).isEqualTo("Warm feedback");

        play.nextUntil("Debrief").answer("bo", "Next change", 2).next();
        assertThat(play.session().outcome()).isEqualTo(Session.Outcome.FINISHED);
        assertThat(play.all(Effect.Keep.class)).hasSize(1);
    }
}
