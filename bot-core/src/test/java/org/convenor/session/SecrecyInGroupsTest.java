package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.everyone;
import static org.convenor.testing.Groupings.homeTeams;
import static org.convenor.testing.Groupings.joinTwo;
import static org.convenor.testing.Groupings.pairs;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.atOnce;
import static org.convenor.testing.Steps.meanwhile;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.quiet;
import static org.convenor.testing.Steps.reveal;
import static org.convenor.testing.Steps.round;
import static org.convenor.testing.Steps.saved;
import static org.convenor.testing.Steps.talk;

import java.util.List;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Script;
import org.convenor.testing.Votes;
import org.junit.jupiter.api.Test;

/// Who may read what is written in groups, and from when on.
class SecrecyInGroupsTest {
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

    private static List<String> revealed(Play play) {
        return play.last(Effect.Reveal.class).stream().map(Effect.Reveal::question).toList();
    }

    private static String key(String title, int group) {
        return new Asking(title, List.of(), group).key();
    }

    // Inside a group

    @Test
    void what_is_open_inside_a_group_is_open_to_its_people_alone() {
        var play = four(pairs("Pairs"), notes(Who.EVERYONE, Reveal.AS_THEY_ARRIVE)).answer("cy");

        assertThat(stored(play).audience()).isEqualTo(Audience.group(2));
        assertThat(stored(play).out()).isTrue();
    }

    @Test
    void each_group_opens_its_answers_together_for_itself() {
        var play = four(pairs("Pairs"), notes(Who.EVERYONE, Reveal.TOGETHER), TALK).answer("cy");
        assertThat(stored(play).out()).isFalse();
        assertThat(stored(play).audience()).isEqualTo(Audience.group(2));
        play.answer("ada");
        assertThat(revealed(play)).isEmpty();

        play.answer("dee");

        assertThat(revealed(play)).containsExactly(key("Notes", 2));
    }

    @Test
    void what_the_own_group_may_read_opens_when_the_step_closes() {
        var step = notes(Who.EVERYONE, Reveal.TO_THE_OWN_GROUP);
        var play = four(pairs("Pairs"), step, TALK).answer("cy");
        assertThat(stored(play).out()).isFalse();
        assertThat(stored(play).audience()).isEqualTo(Audience.group(2));

        assertThat(revealed(play.answer("dee"))).containsExactly(key("Notes", 2));
    }

    @Test
    void before_there_is_a_group_the_own_group_is_nobody() {
        var play = four(notes(Who.EVERYONE, Reveal.TO_THE_OWN_GROUP), TALK).answer("ada");
        assertThat(stored(play).audience()).isEqualTo(Audience.AUTHOR);

        assertThat(revealed(play.next())).isEmpty();
    }

    @Test
    void who_comes_into_a_group_later_reads_what_it_wrote() {
        var play = four(pairs("Pairs"), notes(Who.EVERYONE, Reveal.AS_THEY_ARRIVE)).answer("cy");

        play.moves("bo", "cy");

        assertThat(play.session().groupsOf(new MemberId("bo"))).containsExactly(2);
    }

    @Test
    void calling_back_opens_what_each_group_had_answered_so_far() {
        var play =
                four(pairs("Pairs"), notes(Who.EVERYONE, Reveal.TOGETHER), everyone("All"), TALK);

        play.answer("ada").next();

        assertThat(revealed(play)).contains(key("Notes", 1));
    }

    @Test
    void leaving_the_groups_for_the_step_before_opens_nothing() {
        var play = four(TALK, pairs("Pairs"), notes(Who.EVERYONE, Reveal.TOGETHER)).next();

        play.answer("ada").back();

        assertThat(play.stepOf("ada")).isEqualTo("Notes");
        assertThat(play.all(Effect.Reveal.class)).isEmpty();
    }

    // A group as one

    @Test
    void what_groups_say_as_one_is_for_everybody_once_they_meet() {
        var step = notes(Who.EACH_GROUP, Reveal.TOGETHER);
        var play = four(pairs("Pairs"), step, everyone("All"), TALK).answer("ada");
        assertThat(stored(play).audience()).isEqualTo(Audience.ALL);
        assertThat(stored(play).out()).isFalse();
        assertThat(play.all(Effect.Reveal.class)).isEmpty();

        play.answer("dee");

        assertThat(revealed(play)).containsExactly(key("Notes", 1), key("Notes", 2));
    }

    @Test
    void what_groups_say_as_one_beside_a_talk_opens_when_they_meet_too() {
        var beside =
                reveal(
                        ask("Our idea", Who.EACH_GROUP, minutes(5, 1)),
                        Reveal.TOGETHER,
                        Names.SHOWN);
        var step = meanwhile(round("Round", Who.EVERYONE, null, minutes(5, 1)), beside);
        var play = four(pairs("Pairs"), step, everyone("All"), TALK);

        play.answer("ada", "Our idea", 1).next();

        assertThat(revealed(play)).contains(key("Our idea", 1));
    }

    @Test
    void what_a_presenting_team_writes_in_a_group_stays_in_the_group() {
        var step = notes(Who.PRESENTING, Reveal.AS_THEY_ARRIVE);
        var script = Script.of(pairs("Pairs")).forEach(Times.Kind.TEAM, "Each", Script.of(step));
        var play = Play.running(Mode.LIVE, script.protocol(), "bo/north", "cy/south", "dee/east");

        assertThat(stored(play.answer("cy")).audience()).isEqualTo(Audience.group(2));
    }

    @Test
    void what_a_group_may_not_read_yet_is_not_dealt_to_it() {
        var ideas = saved(notes(Who.EVERYONE, Reveal.TOGETHER), "ideas");
        var play =
                four(
                        homeTeams("Teams"),
                        ideas,
                        everyone("All"),
                        Votes.deal("Rate", "ideas", 1),
                        TALK);

        play.answer("ada").answer("cy").next();

        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void what_was_asked_of_a_group_can_be_sorted_in_the_groups_inside_it() {
        var ideas = saved(notes(Who.EVERYONE, Reveal.TOGETHER), "ideas");
        var inside = Script.of(homeTeams("Teams"), Votes.sort("Sort", "ideas", "now", "later"));
        var script = Script.of(pairs("Pairs"), ideas).rounds(1, "Inside", inside).then(TALK);
        var play = Play.running(Mode.LIVE, script.protocol(), "bo/north", "cy/south", "dee/east");

        play.answer("cy").answer("dee");

        assertThat(play.stepOf("cy")).isEqualTo("Sort");
    }

    // The next group

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

    // The open floor

    @Test
    void words_in_a_groups_thread_are_mirrored_there_alone() {
        var play = four(pairs("Pairs"), TALK).speak("cy");

        assertThat(play.last(Effect.Say.class))
                .filteredOn(say -> say.line().template().equals("said"))
                .extracting(Effect.Say::group)
                .containsExactly(2);
    }

    /// On a platform the whole channel can open that thread.
    @Test
    void words_in_a_groups_thread_are_no_secret() {
        var play = four(pairs("Pairs"), TALK).speak("cy");

        assertThat(stored(play).audience()).isEqualTo(Audience.ALL);
    }

    @Test
    void a_round_that_is_written_in_a_groups_thread_can_be_read_there() {
        var play =
                Play.running(
                        Mode.ASYNC,
                        Protocols.of(
                                pairs("Pairs"), round("Round", Who.EVERYONE, null, minutes(5, 1))),
                        "bo/north");

        play.speak("bo");

        assertThat(play.said()).contains("said");
        assertThat(stored(play).audience()).isEqualTo(Audience.ALL);
    }

    @Test
    void nobody_speaks_in_a_group_they_are_not_in() {
        var play = four(pairs("Pairs"), TALK);
        int other = play.trackOf("cy").id();

        play.does(new SessionEvent.Spoke(play.now(), new MemberId("bo"), other, 0));

        assertThat(play.wasRefused()).isTrue();
    }

    @Test
    void late_words_stand_in_the_thread_of_the_group_they_were_for() {
        var play = four(pairs("Pairs"), TALK, everyone("All"), QUIET).next().speak("cy");

        assertThat(play.last(Effect.Say.class)).extracting(Effect.Say::group).containsExactly(2);
        assertThat(stored(play).late()).isTrue();
    }

    private static final Step QUIET = quiet("Quiet", minutes(5, 1));
}
