package org.convenor.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Answer.Kind;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Role;
import org.convenor.protocol.Setting;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.protocol.Window;
import org.junit.jupiter.api.Test;

/// Every attribute of the language arrives in the model.
class LanguageTest {
    private static final List<String> TOPICS = List.of("Equity", "Coherence", "Impact");
    private final Protocol protocol = TestFiles.sound("everything.yaml");

    @Test
    void header_tells_names_people_modes_and_length() {
        assertThat(protocol.id()).isEqualTo("everything");
        assertThat(protocol.aliases()).containsExactly("all-sorts", "try-it");
        assertThat(protocol.version()).isEqualTo(3);
        assertThat(protocol.name()).isEqualTo("A bit of everything");
        assertThat(protocol.purpose()).isEqualTo("Show that each attribute arrives.");
        assertThat(protocol.credit()).isEqualTo("Our own.");
        assertThat(protocol.announced()).isEqualTo(Duration.ofHours(2));
        assertThat(protocol.people()).isEqualTo(new PeopleRange(null, null, 2, 6, 3, 4));
        assertThat(protocol.modes()).containsExactlyInAnyOrder(Mode.LIVE, Mode.ASYNC);
    }

    @Test
    void roles_keep_their_order_and_who_gets_them() {
        assertThat(protocol.roles())
                .extracting(Role::name, Role::holder)
                .containsExactly(
                        tuple("presenter", Role.Holder.NAMED_PERSON_OR_TEAM),
                        tuple("guest", Role.Holder.NAMED_PERSON),
                        tuple("facilitator", Role.Holder.STARTER),
                        tuple("timekeeper", Role.Holder.BOT),
                        tuple("friends", Role.Holder.EVERYONE_ELSE),
                        tuple("crowd", Role.Holder.EVERYONE));
    }

    @Test
    void settings_are_required_proposed_or_a_list() {
        assertThat(protocol.settings())
                .containsExactly(
                        new Setting("question", true, null, List.of()),
                        new Setting("greeting", false, "Welcome", List.of()),
                        new Setting("topics", false, null, TOPICS));
    }

    @Test
    void a_question_before_the_session_needs_no_live_time() {
        Step.Ask ask = step("Before", Step.Ask.class);

        assertThat(ask.before()).isTrue();
        assertThat(ask.who()).isEqualTo(Who.role("presenter"));
        assertThat(ask.saveAs()).isEqualTo("plan");
        assertThat(ask.heading().text()).isEqualTo("{question}");
        assertThat(ask.heading().timing())
                .isEqualTo(new Timing(null, new Window(2, Duration.ofHours(4))));
        assertThat(ask.until()).isEqualTo(Until.USUAL);
        assertThat(ask.reveal()).isEqualTo(Reveal.AS_THEY_ARRIVE);
        assertThat(ask.names()).isEqualTo(Names.SHOWN);
    }

    @Test
    void text_keeps_its_lines_and_its_colon_and_has_a_line_to_read_aloud() {
        Step.Say say = step("Hello", Step.Say.class);

        assertThat(say.heading().text()).isEqualTo("{greeting}!\nWe start: now.");
        assertThat(say.heading().readAloud()).isEqualTo("{greeting}, everyone.");
        assertThat(say.heading().timing()).isEqualTo(new Timing(Duration.ofSeconds(90), null));
    }

    @Test
    void a_form_has_named_fields_of_every_kind() {
        Step.Ask ask = step("Form", Step.Ask.class);

        assertThat(ask.answer().fields())
                .containsExactly(
                        new Answer.Field("words", new Kind.Text()),
                        new Answer.Field("line", new Kind.ShortText()),
                        new Answer.Field(
                                "colour", new Kind.Pick(List.of("red", "green", "blue"), 1, null)),
                        new Answer.Field("topic", new Kind.Pick(TOPICS, 2, "topics")),
                        new Answer.Field("grade", new Kind.Scale(1, "not at all", 5, "very")),
                        new Answer.Field("order", new Kind.Rank(TOPICS, "topics")),
                        new Answer.Field("by", new Kind.Date()),
                        new Answer.Field("owner", new Kind.Person()),
                        new Answer.Field("ideas", new Kind.Several(10)),
                        new Answer.Field("more", new Kind.Several(3)));
        assertThat(ask.show()).isEqualTo(new Show("plan", null, false));
        assertThat(ask.who()).isEqualTo(Who.EACH_TEAM);
        assertThat(ask.reveal()).isEqualTo(Reveal.TO_THE_OWN_TEAM);
        assertThat(ask.names()).isEqualTo(Names.HIDDEN);
        assertThat(ask.until()).isEqualTo(new Until(true, 3, true, true));
        assertThat(ask.mayPass()).isTrue();
        assertThat(ask.heading().timing())
                .isEqualTo(new Timing(Duration.ofSeconds(90), Window.ofDays(5)));
    }

    @Test
    void options_may_stand_below_each_other_and_hold_commas() {
        assertThat(step("Choice", Step.Ask.class).answer())
                .isEqualTo(Answer.of(new Kind.Pick(List.of("Yes, now", "Not yet"), 1, null)));
    }

    @Test
    void anonymous_answers_may_end_at_a_number() {
        Step.Ask ask = step("Honest", Step.Ask.class);

        assertThat(ask.names()).isEqualTo(Names.ANONYMOUS);
        assertThat(ask.until()).isEqualTo(new Until(false, 2, false, false));
        assertThat(ask.answer()).isEqualTo(Answer.of(new Kind.Several(10)));
    }

    @Test
    void one_field_of_a_saved_answer_can_be_shown() {
        assertThat(step("Look", Step.Display.class).show())
                .isEqualTo(new Show("form", "words", false));
        assertThat(step("Turn", Step.Turn.class).show()).isEqualTo(new Show("form", "line", false));
        assertThat(step("Talk", Step.Talk.class).show()).isEqualTo(new Show("form", null, true));
    }

    @Test
    void a_turn_has_a_speaker_listeners_and_who_may_end_it() {
        Step.Turn turn = step("Turn", Step.Turn.class);

        assertThat(turn.who()).isEqualTo(Who.role("presenter"));
        assertThat(turn.listening()).isEqualTo("friends");
        assertThat(turn.endedEarlyBy()).isEqualTo("presenter");
        assertThat(turn.until()).isEqualTo(Until.TIME);
        assertThat(step("Guest", Step.Turn.class).who()).isEqualTo(Who.role("guest"));
        assertThat(step("Guest", Step.Turn.class).heading().timing().live())
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void one_question_runs_beside_a_talk() {
        Step.Talk talk = step("Talk", Step.Talk.class);
        Step.Ask aside = Objects.requireNonNull(talk.meanwhile());

        assertThat(talk.who()).isEqualTo(new Who(Who.Scope.EVERYONE, null, null, "presenter"));
        assertThat(talk.until().waitsForFacilitator()).isTrue();
        assertThat(aside.saveAs()).isEqualTo("notes");
        assertThat(aside.heading().timing()).isEqualTo(Timing.NONE);
        assertThat(protocol.steps()).noneMatch(step -> step.title().equals("Aside"));
    }

    @Test
    void a_round_has_an_order_a_share_each_and_may_be_at_once() {
        Step.Round round = step("Round", Step.Round.class);
        Step.Round written = step("At once", Step.Round.class);

        assertThat(round.who()).isEqualTo(new Who(Who.Scope.ROLE, "friends", "guest", "presenter"));
        assertThat(round.each()).isEqualTo(Duration.ofSeconds(5));
        assertThat(round.mayPass()).isTrue();
        assertThat(round.until()).isEqualTo(Until.USUAL);
        assertThat(written.atOnce()).isTrue();
        assertThat(written.reveal()).isEqualTo(Reveal.TOGETHER);
        assertThat(written.mayPass()).isFalse();
    }

    @Test
    void answers_are_kept_as_what_they_become() {
        assertThat(step("Quiet", Step.Quiet.class).show()).isEqualTo(new Show("plan", null, false));
        assertThat(step("Keep", Step.Keep.class).becomes()).isEqualTo(Becomes.MILESTONE);
        assertThat(step("Remember", Step.Keep.class).saved()).containsExactly("notes", "choice");
        assertThat(step("Remember", Step.Keep.class).becomes()).isEqualTo(Becomes.PLAN_SECTION);
    }

    private <T extends Step> T step(String title, Class<T> kind) {
        return protocol.steps().stream()
                .filter(step -> step.title().equals(title))
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
