package org.convenor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convenor.store.Sample.ADA;
import static org.convenor.store.Sample.BO;
import static org.convenor.store.Sample.COHORT;
import static org.convenor.store.Sample.CY;
import static org.convenor.store.Sample.NOON;
import static org.convenor.store.Sample.NORTH;
import static org.convenor.store.Sample.ROOM;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.MemberId;
import org.convenor.people.Cohort;
import org.convenor.people.DistrictTeam;
import org.convenor.people.Identity;
import org.convenor.people.Member;
import org.convenor.people.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// People, the doors they come in by, and what is remembered of inputs, whatever the database.
abstract class PeopleSuite extends OnDatabase {
    private static final Identity IN_BROWSER = new Identity("web", "", "u-1");

    private final People people = new People();

    @Test
    void a_district_is_found_whatever_the_case_of_its_letters() {
        DistrictTeam found =
                database.write(tx -> people.team(tx, COHORT, " NORTH valley ", () -> "new"));

        assertThat(found).isEqualTo(NORTH);
    }

    @Test
    void members_are_known_by_name_district_and_zone() {
        Member ada = database.read(tx -> people.member(tx, ADA));
        Map<MemberId, Member> some =
                database.read(tx -> people.members(tx, List.of(ADA, CY, new MemberId("gone"))));
        List<Member> all = database.read(tx -> people.ofCohort(tx, COHORT));

        assertThat(ada).isEqualTo(Sample.member(ADA, "Ada Berg", NORTH));
        assertThat(some).containsOnlyKeys(ADA, CY);
        assertThat(all).extracting(Member::id).containsExactly(ADA, BO, CY);
    }

    @Test
    void a_cohort_comes_back_as_it_was_made() {
        Cohort cohort = database.read(tx -> people.cohorts(tx)).getFirst();

        assertThat(cohort.zone()).isEqualTo(Sample.ZONE);
        assertRead(tx -> people.cohort(tx, COHORT)).isEqualTo(cohort);
    }

    @Test
    void an_identity_belongs_to_the_member_it_was_linked_to_last() {
        write(tx -> people.link(tx, IN_BROWSER, ADA));

        write(tx -> people.link(tx, IN_BROWSER, BO));

        MemberId found = database.read(tx -> people.find(tx, IN_BROWSER));
        assertThat(found).isEqualTo(BO);
        assertRead(tx -> people.identities(tx, ADA)).isEqualTo(List.of());
    }

    @Test
    void roles_are_granted_once_and_taken_back() {
        assertThat(anyOperator()).isFalse();

        write(tx -> people.grant(tx, ADA, Role.OPERATOR));
        write(tx -> people.grant(tx, ADA, Role.OPERATOR));
        write(tx -> people.grant(tx, ADA, Role.HUB));
        write(tx -> people.revoke(tx, ADA, Role.HUB));

        Set<Role> roles = database.read(tx -> people.roles(tx, ADA));
        assertThat(roles).containsExactly(Role.OPERATOR);
        assertThat(anyOperator()).isTrue();
    }

    private boolean anyOperator() {
        return database.read(people::anyOperator);
    }

    @Test
    void a_member_is_in_a_channel_once_and_in_the_order_they_came() {
        var channels = new Channels();

        write(tx -> channels.join(tx, ROOM.id(), BO, NOON));
        write(tx -> channels.join(tx, ROOM.id(), ADA, NOON.plusSeconds(1)));
        write(tx -> channels.join(tx, ROOM.id(), BO, NOON.plusSeconds(2)));

        List<MemberId> members = database.read(tx -> channels.members(tx, ROOM.id()));
        assertThat(members).containsExactly(BO, ADA);
    }

    @Test
    void a_code_for_single_use_lets_one_in_and_is_not_kept_in_clear() {
        var codes = new Codes();
        write(tx -> codes.put(tx, "ABC-123", Codes.Kind.SETUP, "", true, NOON));
        var before = NOON.minusSeconds(1);

        String first = database.write(tx -> codes.use(tx, " abc-123", Codes.Kind.SETUP, before));
        String second = database.write(tx -> codes.use(tx, "ABC-123", Codes.Kind.SETUP, before));

        assertThat(first).isEmpty();
        assertThat(second).isNull();
        List<String> kept = database.read(tx -> tx.list("select hash from code", r -> r.text(1)));
        assertThat(kept).noneMatch(hash -> hash.contains("ABC"));
    }

    @Test
    void a_code_that_is_too_old_or_of_another_kind_opens_nothing() {
        var codes = new Codes();
        write(tx -> codes.put(tx, "ABC", Codes.Kind.INVITE, "room", false, NOON));

        assertThat(target(codes, Codes.Kind.INVITE, 0)).isNull();
        assertThat(target(codes, Codes.Kind.SETUP, -1)).isNull();
        assertThat(target(codes, Codes.Kind.INVITE, -1)).isEqualTo("room");
    }

    private @Nullable String target(Codes codes, Codes.Kind kind, int seconds) {
        return database.read(tx -> codes.target(tx, "ABC", kind, NOON.plusSeconds(seconds)));
    }

    @Test
    void a_browser_is_signed_in_until_its_login_ends() {
        var logins = new Logins();
        write(tx -> logins.put(tx, "token", ADA, NOON));

        MemberId before = database.read(tx -> logins.find(tx, "token", NOON.minusSeconds(1)));
        MemberId after = database.read(tx -> logins.find(tx, "token", NOON));

        assertThat(before).isEqualTo(ADA);
        assertThat(after).isNull();
    }

    @Test
    void an_input_is_new_once_until_its_key_is_forgotten() {
        var keys = new SourceKeys();
        var later = NOON.plus(SourceKeys.KEPT).plus(Duration.ofMillis(1));

        boolean first = database.write(tx -> keys.add(tx, "k", NOON));
        boolean retry = database.write(tx -> keys.add(tx, "k", NOON));
        int early = database.write(tx -> keys.purge(tx, NOON.plus(SourceKeys.KEPT)));
        int purged = database.write(tx -> keys.purge(tx, later));

        assertThat(first).isTrue();
        assertThat(retry).isFalse();
        assertThat(early).isZero();
        assertThat(purged).isEqualTo(1);
    }

    @Test
    void a_process_knows_when_it_was_last_alive() {
        var heartbeats = new Heartbeats();
        write(tx -> heartbeats.beat(tx, "here", NOON));
        write(tx -> heartbeats.beat(tx, "here", NOON.plusSeconds(5)));

        assertRead(tx -> heartbeats.last(tx, "here")).isEqualTo(NOON.plusSeconds(5));
        assertRead(heartbeats::latest).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void a_broken_rule_of_the_tables_undoes_the_whole_work() {
        assertThatThrownBy(() ->
                        write(tx -> {
                            people.insertNetwork(tx, "network-2", "Second");
                            people.insertNetwork(tx, "network-1", "Again");
                        }))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.isConstraint()).isTrue());

        List<String> networks =
                database.read(tx -> tx.list("select id from network", row -> row.text(1)));
        assertThat(networks).containsExactly("network-1");
    }

    @Test
    void a_reader_cannot_write() {
        assertThatThrownBy(() -> database.read(tx -> tx.update("delete from member_role")))
                .isInstanceOf(RuntimeException.class);
    }
}
