package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Steps.answer;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.reveal;
import static org.convenor.testing.Steps.saved;
import static org.convenor.testing.Steps.talk;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Votes;
import org.junit.jupiter.api.Test;

/// Saved answers are dealt like cards, and sorted into piles.
class CardsTest {
    private static final Step.Ask IDEAS =
            saved(
                    reveal(
                            ask("Ideas", Who.EVERYONE, minutes(5, 1)),
                            Reveal.TOGETHER,
                            Names.HIDDEN),
                    "ideas");
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));
    private static final String[] PEOPLE = {"ada", "bo", "cy", "dee", "eli", "fay"};

    private static Play six(Step... steps) {
        return Play.running(
                Mode.LIVE, Protocols.of(steps), "bo/a", "cy/b", "dee/b", "eli/c", "fay/c");
    }

    private static Play dealt(int each) {
        var play = six(IDEAS, Votes.deal("Rate", "ideas", each), TALK);
        for (var who : PEOPLE) {
            play.answer(who);
        }
        return play;
    }

    private static List<String> hand(Play play, String who) {
        return ((Progress.Asked) play.main().progress()).cardsOf(new Unit("m:" + who));
    }

    private static String own(Play play, String who) {
        var given = play.session().given("Ideas").get("m:" + who);
        return String.valueOf(given == null ? 0 : given.first());
    }

    @Test
    void everybody_gets_as_many_cards_and_nobody_their_own() {
        var play = dealt(3);

        for (var who : PEOPLE) {
            assertThat(hand(play, who)).hasSize(3).doesNotHaveDuplicates();
            assertThat(hand(play, who)).doesNotContain(own(play, who));
        }
    }

    @Test
    void every_card_is_dealt_as_often_as_every_other() {
        var play = dealt(3);

        for (var card : PEOPLE) {
            var times =
                    Stream.of(PEOPLE)
                            .filter(who -> hand(play, who).contains(own(play, card)))
                            .count();
            assertThat(times).isEqualTo(3);
        }
    }

    @Test
    void nobody_gets_a_card_twice_where_there_are_few() {
        assertThat(hand(dealt(9), "bo")).hasSize(5);
    }

    @Test
    void whoever_comes_late_gets_no_cards() {
        var play = dealt(3).join("gus", "west");

        assertThat(hand(play, "gus")).isEmpty();
    }

    @Test
    void nobody_waits_for_who_got_no_card() {
        var play = six(IDEAS, Votes.deal("Rate", "ideas", 1), TALK).answer("bo").next();
        assertThat(hand(play, "bo")).isEmpty();

        for (var who : PEOPLE) {
            if (!who.equals("bo")) {
                play.chooses(who, own(play, "bo") + "=4");
            }
        }

        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void the_cards_stay_the_same_while_the_step_is_open() {
        var play = dealt(2);
        var before = hand(play, "cy");

        play.leave("bo").join("gus", "west");

        assertThat(hand(play, "cy")).isEqualTo(before);
    }

    @Test
    void ratings_are_told_best_mean_first() {
        var play = dealt(1);
        for (var who : PEOPLE) {
            var card = hand(play, who).getFirst();
            play.chooses(who, card + "=" + (card.equals(own(play, "ada")) ? 5 : 2));
        }

        var ratings = Cards.ratings(play.session(), "Rate");

        assertThat(ratings).hasSize(6);
        assertThat(ratings.getFirst()).isEqualTo(new Cards.Rating(own(play, "ada"), 5, 1));
    }

    @Test
    void ratings_are_hidden_until_all_are_in() {
        var play = dealt(1).chooses("ada", hand(dealt(1), "ada").getFirst() + "=3");
        assertThat(play.last(Effect.Store.class)).extracting(Effect.Store::out).containsOnly(false);
        assertThat(play.last(Effect.Reveal.class)).isEmpty();

        assertThat(play.next().last(Effect.Reveal.class))
                .containsExactly(new Effect.Reveal("Rate"));
    }

    @Test
    void what_not_everybody_may_read_is_not_dealt() {
        var secret = saved(reveal(IDEAS, Reveal.TO_FACILITATORS, Names.SHOWN), "ideas");
        var play = six(secret, Votes.deal("Rate", "ideas", 1), TALK);
        for (var who : PEOPLE) {
            play.answer(who);
        }

        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void a_card_lies_where_most_put_it_and_apart_where_they_are_even() {
        var play = six(IDEAS, Votes.sort("Sort", "ideas", "now", "later"), TALK);
        play.answer("ada").answer("bo").next();
        var ada = own(play, "ada");
        var bo = own(play, "bo");

        play.chooses("cy", ada + "=now", bo + "=now")
                .chooses("dee", ada + "=now", bo + "=later")
                .chooses("eli", ada + "=later");

        assertThat(Cards.piles(play.session(), "Sort"))
                .containsEntry("now", List.of(ada))
                .containsEntry("", List.of(bo))
                .doesNotContainKey("later");
    }

    @Test
    void each_of_several_short_texts_is_a_card() {
        var several = answer(IDEAS, List.of(new Answer.Field("some", new Answer.Kind.Several(3))));
        var play = six(several, Votes.sort("Sort", "ideas", "now", "later"));
        play.chooses("ada", "1", "2").next();

        var cards = ((Progress.Asked) play.main().progress()).cardsOf(Unit.of(Play.ADA));

        assertThat(cards).hasSize(2).allMatch(card -> Cards.contribution(card) == 2);
        assertThat(cards).extracting(Cards::item).containsExactly(1, 2);
    }

    @Test
    void sorting_ends_by_time_with_whoever_sorted() {
        var play = six(IDEAS, Votes.sort("Sort", "ideas", "now", "later"), TALK);
        play.answer("ada").next().chooses("bo", own(play, "ada") + "=now");

        play.after(Duration.ofMinutes(7));

        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(Cards.piles(play.session(), "Sort")).containsKey("now");
    }
}
