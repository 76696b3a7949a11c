package org.convenor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.store.Sample.ADA;
import static org.convenor.store.Sample.BO;
import static org.convenor.store.Sample.CY;
import static org.convenor.store.Sample.HASH;
import static org.convenor.store.Sample.NOON;
import static org.convenor.store.Sample.ROOM;
import static org.convenor.store.Sample.SESSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.session.Audience;
import org.convenor.session.Reader;
import org.convenor.session.Unit;
import org.convenor.session.Visible;
import org.convenor.store.Contributions.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who sees whose words, whatever the database.
abstract class WordsSuite extends OnDatabase {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Contributions contributions = new Contributions();

    @BeforeEach
    void start() {
        var sessions = new Sessions(new ProtocolTexts());
        write(tx -> sessions.insert(tx, Sample.session(), Sample.COHORT, ROOM.id(), HASH, NOON));
    }

    /// Ada wrote it. Bo leads and is of her district; Cy presents and is of another.
    @ParameterizedTest(name = "{0}, out {1}: Ada {2}, Bo {3}, Cy {4}, the channel {5}")
    @CsvSource({
        "all,            false, true, false, false, false",
        "all,            true,  true, true,  true,  true",
        "facilitators,   false, true, false, false, false",
        "facilitators,   true,  true, true,  false, false",
        "author,         false, true, false, false, false",
        "author,         true,  true, false, false, false",
        "role:presenter, false, true, false, false, false",
        "role:presenter, true,  true, false, true,  false",
        "team:north,     false, true, false, false, false",
        "team:north,     true,  true, true,  false, false",
        "team:south,     true,  true, false, true,  false",
    })
    void words_are_seen_by_those_they_are_meant_for(
            String audience, boolean out, boolean ada, boolean bo, boolean cy, boolean channel) {
        write(tx -> contributions.put(tx, SESSION, words(1, ADA, new Audience(audience), out)));

        assertThat(sees(reader(ADA, "north"))).isEqualTo(ada);
        assertThat(sees(bo())).isEqualTo(bo);
        assertThat(sees(new Reader(CY, "south", Set.of("presenter"), Set.of(), false)))
                .isEqualTo(cy);
        assertThat(sees(Reader.CHANNEL)).isEqualTo(channel);
    }

    /// Every way to read must hold the same rule.
    private boolean sees(Reader reader) {
        var all = read(reader);
        List<Visible> asked =
                database.read(
                        tx -> contributions.ofQuestions(tx, SESSION, reader, List.of("Warm")));
        List<Visible> numbered =
                database.read(tx -> contributions.numbered(tx, SESSION, reader, List.of(1, 2, 3)));
        assertThat(asked).isEqualTo(all);
        assertThat(numbered).isEqualTo(all);
        return !all.isEmpty();
    }

    @Test
    void what_is_revealed_can_be_read_and_stays_out() {
        write(tx -> contributions.put(tx, SESSION, words(1, ADA, Audience.ALL, false)));
        assertThat(read(Reader.CHANNEL)).isEmpty();

        write(tx -> contributions.reveal(tx, SESSION, "Warm"));
        write(tx -> contributions.put(tx, SESSION, words(1, ADA, Audience.ALL, false)));

        assertThat(read(Reader.CHANNEL)).hasSize(1);
    }

    @Test
    void a_changed_answer_takes_the_place_of_the_first() {
        write(tx -> contributions.put(tx, SESSION, words(1, ADA, Audience.ALL, true)));

        write(tx -> contributions.put(tx, SESSION, words(1, BO, Audience.ALL, true)));

        assertThat(read(Reader.CHANNEL)).extracting(Visible::text).containsExactly("words of bo");
    }

    @Test
    void a_hidden_name_is_known_to_its_owner_alone() {
        var hidden =
                new Words(
                        1,
                        1,
                        2,
                        "Warm",
                        "answer",
                        ADA,
                        Audience.ALL,
                        true,
                        false,
                        false,
                        "psst",
                        NOON);
        write(tx -> contributions.put(tx, SESSION, hidden));

        assertThat(authorSeenBy(reader(ADA, "north"))).isEqualTo(ADA);
        assertThat(authorSeenBy(bo())).isNull();
        assertThat(authorSeenBy(Reader.CHANNEL)).isNull();
    }

    @Test
    void an_anonymous_answer_has_no_author_time_or_order() {
        write(tx -> anonymous(tx, "zz", "first", false));
        write(tx -> anonymous(tx, "aa", "second", false));
        assertThat(read(bo())).isEmpty();

        write(tx -> contributions.reveal(tx, SESSION, "Warm"));

        assertThat(read(Reader.CHANNEL))
                .extracting(Visible::text)
                .containsExactly("second", "first");
        assertThat(read(Reader.CHANNEL).getFirst())
                .isEqualTo(new Visible(0, 0, 0, "Warm", "answer", null, false, "second", null));
    }

    @Test
    void who_took_part_anonymously_is_counted_once() {
        boolean first = database.write(tx -> tookPart(tx, ADA));
        boolean second = database.write(tx -> tookPart(tx, ADA));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
    }

    @Test
    void the_open_floor_is_read_from_a_visit_on() {
        write(tx -> contributions.put(tx, SESSION, spoken(1, 2)));
        write(tx -> contributions.put(tx, SESSION, spoken(2, 3)));
        write(tx -> contributions.put(tx, SESSION, words(3, ADA, Audience.ALL, true)));

        List<Visible> heard =
                database.read(tx -> contributions.spoken(tx, SESSION, Reader.CHANNEL, 3));

        assertThat(heard).extracting(Visible::no).containsExactly(2);
    }

    private boolean tookPart(Tx tx, MemberId member) {
        return contributions.tookPart(tx, SESSION, "Warm", member, TODAY);
    }

    private void anonymous(Tx tx, String key, String text, boolean out) {
        contributions.putAnonymous(tx, SESSION, key, "Warm", "answer", Audience.ALL, out, text);
    }

    private List<Visible> read(Reader reader) {
        return database.read(tx -> contributions.all(tx, SESSION, reader));
    }

    private @Nullable MemberId authorSeenBy(Reader reader) {
        return read(reader).getFirst().by();
    }

    private static Reader bo() {
        return new Reader(BO, "north", Set.of(), Set.of(), true);
    }

    private static Reader reader(MemberId member, String team) {
        return new Reader(member, team, Set.of(), Set.of(), false);
    }

    @Test
    void words_go_along_into_another_session_as_they_may_be_read_and_groups_do_not() {
        var next = new SessionId("session-2");
        var sessions = new Sessions(new ProtocolTexts());
        write(tx -> {
            var session = Sample.session(next, null);
            sessions.insert(tx, session, Sample.COHORT, ROOM.id(), HASH, NOON);
            contributions.put(tx, SESSION, words(1, ADA, Audience.ALL, true));
            contributions.put(tx, SESSION, words(2, ADA, Audience.group(4), true));
            contributions.copy(tx, SESSION, 1, next, 8, 3, "Cool");
            contributions.copy(tx, SESSION, 2, next, 9, 3, "Cool");
        });

        assertRead(tx ->
                        contributions.all(tx, next, Reader.group(4)).stream()
                                .map(Visible::no)
                                .toList())
                .isEqualTo(List.of(8));
        assertRead(tx -> contributions.all(tx, next, reader(ADA, "north")).getLast())
                .isEqualTo(
                        new Visible(9, 3, 0, "Cool", "answer", ADA, false, "words of ada", NOON));
    }

    @Test
    void what_is_answered_for_a_team_is_read_by_the_team_before_others_may() {
        var ofTeam =
                new Words(
                        1,
                        1,
                        2,
                        "Our idea",
                        "answer",
                        ADA,
                        Audience.ALL,
                        false,
                        true,
                        false,
                        "ours",
                        NOON,
                        Unit.ofTeam("north"));
        write(tx -> contributions.put(tx, SESSION, ofTeam));

        assertThat(read(reader(BO, "north"))).extracting(Visible::text).containsExactly("ours");
        assertThat(read(reader(CY, "south"))).isEmpty();
        assertThat(read(Reader.CHANNEL)).isEmpty();
    }

    private static Words words(int no, MemberId by, Audience audience, boolean out) {
        return new Words(
                no, 1, 2, "Warm", "answer", by, audience, out, true, false, "words of " + by, NOON);
    }

    private static Words spoken(int no, int visit) {
        return new Words(
                no, 2, visit, null, "answer", ADA, Audience.ALL, true, true, false, "aloud", NOON);
    }
}
