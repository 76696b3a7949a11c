package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Steps.answer;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.talk;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whoever is named for something is asked, and says yes or no.
class ConsentOfPersonTest {
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));
    private static final Step NEXT_STEP =
            answer(
                    ask("Next step", Who.role("facilitator"), minutes(5, 1)),
                    List.of(
                            new Answer.Field("what", new Answer.Kind.Text()),
                            new Answer.Field("owner", new Answer.Kind.Person(true))));

    private static Play named(String who) {
        return Play.running(Mode.LIVE, Protocols.of(NEXT_STEP, TALK), "bo/north", "cy/south")
                .chooses("ada", who);
    }

    private static Given given(Play play) {
        return Objects.requireNonNull(play.session().given("Next step").get("m:ada"));
    }

    private static Given.@Nullable Consent consent(Play play) {
        return given(play).consent();
    }

    private static Play says(Play play, String who, boolean yes) {
        return play.consents(who, given(play).first(), yes);
    }

    @Test
    void whoever_is_named_is_asked_in_private_and_the_step_waits() {
        var play = named("bo");

        assertThat(play.toldTo("bo")).containsExactly("consent.asked");
        assertThat(consent(play)).isEqualTo(Given.Consent.ASKED);
        assertThat(play.stepTitle()).isEqualTo("Next step");
    }

    @Test
    void a_yes_is_told_to_whoever_asked_and_ends_the_wait() {
        var play = says(named("bo"), "bo", true);

        assertThat(consent(play)).isEqualTo(Given.Consent.ACCEPTED);
        assertThat(play.toldTo("ada")).containsExactly("consent.given");
        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void a_no_asks_for_somebody_else() {
        var play = says(named("bo"), "bo", false);
        assertThat(play.toldTo("ada")).containsExactly("consent.refused");
        assertThat(play.stepTitle()).isEqualTo("Next step");

        says(play.chooses("ada", "cy"), "cy", true);

        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void whoever_names_themselves_has_said_yes() {
        var play = named("ada");

        assertThat(consent(play)).isEqualTo(Given.Consent.ACCEPTED);
        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void nobody_says_yes_for_somebody_else() {
        var play = says(named("bo"), "cy", true);

        assertThat(play.hadMoved()).isTrue();
        assertThat(consent(play)).isEqualTo(Given.Consent.ASKED);
    }

    @Test
    void whoever_is_named_no_more_is_asked_no_more() {
        var play = named("bo").chooses("ada", "cy");

        assertThat(says(play, "bo", true).hadMoved()).isTrue();
        assertThat(consent(play)).isEqualTo(Given.Consent.ASKED);
    }

    @Test
    void the_same_person_is_asked_again_only_before_they_said_yes() {
        var play = says(named("bo"), "bo", true).back().chooses("ada", "bo");

        assertThat(play.toldTo("bo")).isEmpty();
        assertThat(consent(play)).isEqualTo(Given.Consent.ACCEPTED);
    }

    @Test
    void silence_is_no_yes_and_stops_nobody() {
        var play = named("bo").after(Duration.ofMinutes(6));

        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(consent(play)).isEqualTo(Given.Consent.ASKED);
    }

    @Test
    void a_yes_may_come_after_the_step() {
        var play = says(named("bo").next(), "bo", true);

        assertThat(consent(play)).isEqualTo(Given.Consent.ACCEPTED);
        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void a_yes_that_comes_twice_changes_nothing() {
        var play = says(named("bo"), "bo", true).again();

        assertThat(play.last().effects()).isEmpty();
    }

    @Test
    void after_the_end_it_is_too_late() {
        var play = named("bo").stop();

        assertThat(says(play, "bo", true).hadMoved()).isTrue();
    }
}
