package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.homeTeams;
import static org.convenor.testing.Groupings.swap;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.talk;
import static org.convenor.testing.Steps.turn;

import java.util.List;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Role;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Script;
import org.junit.jupiter.api.Test;

/// Roles that several hold: one in each team, or people who make room for each other.
class RolesTest {
    private static final Role SPEAKER =
            new Role("speaker", Role.Holder.ONE_IN_EACH_TEAM, "1 in each team");
    private static final Role NOTES =
            new Role("note taker", Role.Holder.ONE_IN_EACH_TEAM, "1 in each team");
    private static final Role INNER = new Role("inner", Role.Holder.NAMED_PEOPLE, "2 people", 2);
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));

    private static Play play(Protocol protocol) {
        var all = Protocols.with(INNER, Protocols.with(NOTES, Protocols.with(SPEAKER, protocol)));
        return Play.running(Mode.LIVE, all, "bo/north", "cy/south", "dee/south");
    }

    private static List<Unit> holders(Play play, String role) {
        return Circle.of(play.session(), play.main(), Who.role(role));
    }

    private static Unit unit(String who) {
        return Unit.of(new MemberId(who));
    }

    // One in each team

    @Test
    void whoever_came_first_speaks_for_a_team_that_chose_nobody() {
        var play = play(Protocols.of(TALK));

        assertThat(holders(play, "speaker")).containsExactly(unit("ada"), unit("bo"), unit("cy"));
    }

    @Test
    void nobody_gets_two_of_them_where_the_team_has_enough_people() {
        var play = play(Protocols.of(TALK));

        assertThat(holders(play, "note taker"))
                .containsExactly(unit("ada"), unit("bo"), unit("dee"));
    }

    @Test
    void somebody_takes_the_role_for_their_team() {
        var play = play(Protocols.of(TALK)).takes("dee", "speaker");

        assertThat(holders(play, "speaker")).contains(unit("dee")).doesNotContain(unit("cy"));
        assertThat(holders(play, "note taker")).contains(unit("cy"));
        assertThat(play.takes("dee", "speaker").last().effects()).isEmpty();
    }

    @Test
    void when_the_holder_leaves_somebody_else_of_the_team_has_it() {
        var play = play(Protocols.of(TALK)).takes("dee", "speaker").leave("dee");

        assertThat(holders(play, "speaker")).contains(unit("cy"));
    }

    @Test
    void only_roles_that_teams_give_can_be_taken() {
        assertThat(play(Protocols.of(TALK)).takes("bo", "presenter").hadMoved()).isTrue();
    }

    @Test
    void whoever_takes_the_role_is_asked_and_the_others_answers_stay() {
        var play = play(Protocols.of(ask("Plan", Who.role("speaker"), minutes(5, 1)), TALK));
        play.answer("ada").answer("bo");
        int visit = play.main().visit();

        play.takes("dee", "speaker");
        assertThat(play.main().visit()).isEqualTo(visit);
        assertThat(play.answer("cy").wasRefused()).isTrue();

        assertThat(play.answer("dee").stepTitle()).isEqualTo("Talk");
    }

    @Test
    void whoever_takes_the_role_disturbs_no_other_group() {
        var step = turn("Report", Who.role("speaker"), null, minutes(5, 1));
        var play = play(Protocols.of(homeTeams("Teams"), step, TALK));
        int other = play.trackOf("bo").visit();

        play.takes("dee", "speaker");

        assertThat(play.trackOf("bo").visit()).isEqualTo(other);
        assertThat(play.toldTo("dee")).containsExactly("turn.yours");
    }

    @Test
    void each_team_presents_by_its_speaker() {
        var tell = turn("Tell", Who.roleOfPresenting("speaker"), null, minutes(5, 1));
        var script = Script.of().forEach(Times.Kind.TEAM, "Each", Script.of(tell)).then(TALK);
        var play = play(script.protocol()).takes("dee", "speaker");

        play.next().next();

        assertThat(play.main().progress())
                .isInstanceOfSatisfying(
                        Progress.Speaking.class,
                        speaking -> assertThat(speaking.order()).containsExactly(unit("dee")));
    }

    // Several holders

    private static Play fishbowl(Step... steps) {
        var play = play(Protocols.of(steps));
        return play.does(
                new SessionEvent.RoleGiven(
                        play.now(), Play.ADA, "inner", List.of(unit("ada"), unit("bo"))));
    }

    @Test
    void several_people_hold_a_role_that_is_named() {
        var play = fishbowl(TALK);

        assertThat(holders(play, "inner")).containsExactly(unit("ada"), unit("bo"));
        assertThat(play.said()).containsExactly("role.given", "role.given");
    }

    @Test
    void those_outside_come_in_for_those_inside() {
        var play = fishbowl(TALK, swap("Swap", "inner", "friends"), TALK2);

        play.next();
        assertThat(holders(play, "inner")).containsExactly(unit("cy"), unit("dee"));
        assertThat(play.stepTitle()).isEqualTo("Talk on");
    }

    private static final Step TALK2 = talk("Talk on", Who.role("inner"), null, minutes(5, 1));

    @Test
    void round_after_round_everybody_who_may_comes_in() {
        var script =
                Script.of().rounds(2, "Twice", Script.of(TALK, swap("Swap", "inner", "friends")));
        var play = play(script.then(TALK2).protocol());
        play.does(new SessionEvent.RoleGiven(play.now(), Play.ADA, "inner", List.of(unit("bo"))));

        play.next();
        assertThat(holders(play, "inner")).containsExactly(unit("cy"));

        play.next();
        assertThat(holders(play, "inner")).containsExactly(unit("dee"));
    }

    @Test
    void without_anybody_outside_those_inside_stay() {
        var play = fishbowl(TALK, swap("Swap", "inner", "friends"), TALK2);

        play.leave("cy").leave("dee").next();

        assertThat(holders(play, "inner")).containsExactly(unit("ada"), unit("bo"));
    }

    @Test
    void naming_somebody_else_does_not_end_the_wait_for_a_presenter() {
        var presents = turn("Present", Protocols.PRESENTER, null, minutes(5, 1));
        var play = play(Protocols.of(TALK, presents)).presenter("bo").next().leave("bo");
        assertThat(play.main().isHeld()).isTrue();

        play.does(new SessionEvent.RoleGiven(play.now(), Play.ADA, "inner", List.of(unit("cy"))));

        assertThat(play.main().isHeld()).isTrue();
    }
}
