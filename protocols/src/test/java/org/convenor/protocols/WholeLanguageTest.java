package org.convenor.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Answer.Kind;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Method;
import org.convenor.protocol.Names;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Quorum;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Role;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.junit.jupiter.api.Test;

/// Groups, repeats, conditions, decisions and cards arrive in the model.
class WholeLanguageTest {
    private final Protocol protocol = TestFiles.sound("whole.yaml");

    @Test
    void roles_may_be_for_several_people_or_one_in_each_team() {
        assertThat(protocol.roles())
                .extracting(Role::name, Role::holder, Role::most)
                .contains(
                        tuple("inside", Role.Holder.NAMED_PEOPLE, 5),
                        tuple("scribe", Role.Holder.ONE_IN_EACH_TEAM, null));
    }

    @Test
    void a_repeat_is_followed_by_its_body_and_then_by_what_is_done_if_still_open() {
        Step.Repeat consent = step("Consent", Step.Repeat.class);
        int at = protocol.steps().indexOf(consent);

        assertThat(consent.times())
                .isEqualTo(
                        new Times.UntilTrue(
                                new Condition(Condition.Test.NO_OBJECTIONS, "Consent round"), 3));
        assertThat(consent.body()).isEqualTo(4);
        assertThat(consent.ifStillOpen()).isEqualTo(2);
        assertThat(consent.heading().timing()).isEqualTo(Timing.NONE);
        assertThat(titles(at, 8))
                .containsExactly(
                        "Consent",
                        "Consent round",
                        "Objections",
                        "Hear",
                        "Better",
                        "Keep",
                        "not decided",
                        "Nobody");
        assertThat(Blocks.around(protocol.steps(), at + 5))
                .isEqualTo(new Blocks.Block(at, at + 5, at + 7));
    }

    @Test
    void repeats_have_rounds_or_go_around() {
        assertThat(step("Meetings", Step.Repeat.class).times()).isEqualTo(new Times.Rounds(2));
        assertThat(step("Meetings", Step.Repeat.class).body()).isEqualTo(6);
        assertThat(step("One team", Step.Repeat.class).times())
                .isEqualTo(new Times.ForEach(Times.Kind.TEAM));
        assertThat(step("One group", Step.Repeat.class).times())
                .isEqualTo(new Times.ForEach(Times.Kind.GROUP));
    }

    @Test
    void teams_are_matched_by_what_they_look_for_and_offer() {
        Step.Group meet = step("Meet", Step.Group.class);

        assertThat(meet.grouping()).isEqualTo(new Grouping(Grouping.Kind.TEAMS, 2));
        assertThat(meet.match()).isEqualTo(new Grouping.Match("needs", "offers"));
        assertThat(meet.avoid())
                .containsExactlyInAnyOrder(Grouping.Avoid.MET_BEFORE, Grouping.Avoid.SAME_TEAM);
        assertThat(meet.odd()).isEqualTo(Grouping.Odd.SIT_OUT);
        assertThat(meet.late()).isEqualTo(Grouping.Late.NEXT_ROUND);
        assertThat(meet.heading().text()).isEmpty();
    }

    @Test
    void people_are_split_joined_and_brought_together() {
        assertThat(step("Home", Step.Group.class).grouping()).isEqualTo(Grouping.HOME_TEAMS);
        assertThat(step("All again", Step.Group.class).grouping()).isEqualTo(Grouping.EVERYONE);
        assertThat(step("In threes", Step.Group.class).grouping())
                .isEqualTo(new Grouping(Grouping.Kind.PEOPLE, 3));
        assertThat(step("In threes", Step.Group.class).odd()).isEqualTo(Grouping.Odd.SMALLER);
        assertThat(step("In sixes", Step.Group.class).grouping())
                .isEqualTo(new Grouping(Grouping.Kind.JOINED_GROUPS, 2));
        assertThat(step("In sixes", Step.Group.class).odd()).isEqualTo(Grouping.Odd.LARGER);
        assertThat(step("Home", Step.Group.class).odd()).isEqualTo(Grouping.Odd.BALANCED);
        assertThat(step("Home", Step.Group.class).late()).isEqualTo(Grouping.Late.SMALLEST_GROUP);
    }

    @Test
    void roles_are_swapped() {
        Step.Swap swap = step("Swap", Step.Swap.class);

        assertThat(swap.role()).isEqualTo("inside");
        assertThat(swap.with()).isEqualTo("outside");
    }

    @Test
    void whose_turn_it_is_can_be_said_in_every_way() {
        assertThat(who("Tell")).isEqualTo(Who.roleOfPresenting("scribe"));
        assertThat(who("Tell as one")).isEqualTo(Who.PRESENTING);
        assertThat(who("Questions")).isEqualTo(new Who(Who.Scope.OTHERS, null, null, null));
        assertThat(who("One word")).isEqualTo(new Who(Who.Scope.EVERYONE_ELSE, null, null, null));
        assertThat(who("Group speaks")).isEqualTo(Who.PRESENTING);
        assertThat(who("Best")).isEqualTo(Who.EACH_GROUP);
        assertThat(who("Hear")).isEqualTo(Who.objectorsTo("Consent round"));
    }

    @Test
    void a_person_may_be_asked_to_accept() {
        assertThat(step("Contact", Step.Ask.class).answer())
                .isEqualTo(new Answer(List.of(new Answer.Field("contact", new Kind.Person(true)))));
        assertThat(step("Contact", Step.Ask.class).reveal()).isEqualTo(Reveal.TO_THE_OWN_GROUP);
    }

    @Test
    void cards_are_dealt_rated_and_sorted() {
        Step.Deal deal = step("Deal", Step.Deal.class);
        Step.Sort sort = step("Sort", Step.Sort.class);

        assertThat(deal.cards()).isEqualTo("ideas");
        assertThat(deal.each()).isEqualTo(4);
        assertThat(deal.scale()).isEqualTo(new Kind.Scale(1, "weak", 5, "bold"));
        assertThat(deal.who()).isEqualTo(Who.EVERYONE);
        assertThat(deal.reveal()).isEqualTo(Reveal.TOGETHER);
        assertThat(deal.until()).isEqualTo(Until.USUAL);
        assertThat(step("Top ten", Step.Display.class).show())
                .isEqualTo(new Show("scores", null, false, 10));
        assertThat(sort.piles()).containsExactly("now", "later");
        assertThat(sort.setting()).isEqualTo("piles");
        assertThat(sort.who()).isEqualTo(Who.role("facilitator"));
        assertThat(step("Sort again", Step.Sort.class).piles()).containsExactly("keep", "drop");
    }

    @Test
    void each_method_has_its_own_choices_and_its_usual_ways() {
        Step.Decide dots = step("Dots", Step.Decide.class);
        Step.Decide rank = step("Rank", Step.Decide.class);
        Step.Decide majority = step("Majority", Step.Decide.class);

        assertThat(dots.method()).isEqualTo(Method.DOTS);
        assertThat(dots.from()).isEqualTo("best");
        assertThat(dots.most()).isEqualTo(5);
        assertThat(dots.quorum()).isEqualTo(Quorum.ANYBODY);
        assertThat(rank.choices())
                .containsExactly(
                        new Choice("one", "one"),
                        new Choice("two", "two"),
                        new Choice("three", "three"));
        assertThat(rank.names()).isEqualTo(Names.HIDDEN);
        assertThat(rank.quorum().of(3)).isEqualTo(2);
        assertThat(majority.choices())
                .containsExactly(new Choice("yes", "Yes, now."), new Choice("no", "No."));
        assertThat(majority.reasonFor()).containsExactly("no");
        assertThat(majority.quorum()).isEqualTo(new Quorum(5, null));
        assertThat(majority.mayPass()).isTrue();
    }

    @Test
    void consent_and_fingers_bring_words_of_their_own() {
        Step.Decide consent = step("Consent round", Step.Decide.class);
        Step.Decide fingers = step("Fingers", Step.Decide.class);

        assertThat(consent.choices())
                .extracting(Choice::name)
                .containsExactly(Choice.CONSENT, Choice.CONCERN, Choice.OBJECTION);
        assertThat(consent.reasonFor()).isEqualTo(Set.of(Choice.OBJECTION));
        assertThat(consent.quorum()).isEqualTo(Quorum.EVERYONE);
        assertThat(consent.reveal()).isEqualTo(Reveal.TOGETHER);
        assertThat(consent.most()).isEqualTo(1);
        assertThat(fingers.choices()).hasSize(6).contains(new Choice("0", "Never."));
        assertThat(fingers.quorum()).isEqualTo(new Quorum(null, 50));
    }

    @Test
    void a_change_keeps_the_form_and_the_promise_of_what_it_changes() {
        Step.Ask first = step("Proposal", Step.Ask.class);
        Step.Ask change = step("Better", Step.Ask.class);

        assertThat(change.changes()).isEqualTo("proposal").isEqualTo(change.saveAs());
        assertThat(change.answer()).isEqualTo(first.answer());
        assertThat(change.names()).isEqualTo(Names.HIDDEN);
        assertThat(change.mayPass()).isTrue();
    }

    @Test
    void conditions_speak_of_the_nearest_decision_or_of_saved_answers() {
        assertThat(step("Objections", Step.When.class).condition())
                .isEqualTo(new Condition(Condition.Test.OBJECTIONS, "Consent round"));
        assertThat(step("Nobody", Step.When.class).condition())
                .isEqualTo(new Condition(Condition.Test.NOT_ANSWERED, "contacts"));
        assertThat(step("Decided", Step.When.class).condition())
                .isEqualTo(new Condition(Condition.Test.DECIDED, "Consent round"));
        assertThat(protocol.steps().getLast()).isInstanceOf(Step.Stop.class);
        assertThat(protocol.steps().getLast().title()).isEqualTo("decided");
    }

    private List<String> titles(int from, int number) {
        return protocol.steps().subList(from, from + number).stream().map(Step::title).toList();
    }

    private Who who(String title) {
        return Objects.requireNonNull(step(title, Step.class).who());
    }

    private <T extends Step> T step(String title, Class<T> kind) {
        return protocol.steps().stream()
                .filter(step -> step.title().equals(title))
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
