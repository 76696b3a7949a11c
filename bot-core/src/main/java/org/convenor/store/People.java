package org.convenor.store;

import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.convenor.chat.MemberId;
import org.convenor.people.Cohort;
import org.convenor.people.DistrictTeam;
import org.convenor.people.Identity;
import org.convenor.people.Member;
import org.convenor.people.Role;
import org.jspecify.annotations.Nullable;

/// Members, their district teams and cohorts, how platforms know them, and what they may do.
public final class People {
    private static final String INSERT_NETWORK = "insert into network (id, name) values (?, ?)";

    private static final String INSERT_COHORT =
            "insert into cohort (id, network, name, zone, locale) values (?, ?, ?, ?, ?)";

    private static final String COHORT_COLUMNS =
            "select id, network, name, zone, locale from cohort";

    private static final String COHORT = COHORT_COLUMNS + " where id = ?";

    private static final String COHORTS = COHORT_COLUMNS + " order by id";

    private static final String INSERT_TEAM =
            """
            insert into district_team (id, cohort, name, name_key) values (?, ?, ?, ?)
            on conflict (cohort, name_key) do nothing
            """;

    private static final String TEAM_BY_NAME =
            "select id, name from district_team where cohort = ? and name_key = ?";

    private static final String TEAM = "select id, name from district_team where id = ?";

    private static final String TEAMS =
            "select id, name from district_team where cohort = ? order by name_key";

    private static final String INSERT_MEMBER =
            "insert into member (id, cohort, team, name, locale, zone) values (?, ?, ?, ?, ?, ?)";

    private static final String UPDATE_MEMBER =
            "update member set team = ?, name = ?, locale = ?, zone = ? where id = ?";

    private static final String MEMBER_COLUMNS =
            """
            select m.id, m.name, m.locale, m.zone, t.id, t.name
            from member m join district_team t on t.id = m.team
            """;

    private static final String MEMBER = MEMBER_COLUMNS + "where m.id = ?";

    private static final String OF_COHORT = MEMBER_COLUMNS + "where m.cohort = ? order by m.id";

    private static final String COHORT_OF = "select cohort from member where id = ?";

    private static final String GRANT =
            """
            insert into member_role (member, role) values (?, ?)
            on conflict (member, role) do nothing
            """;

    private static final String REVOKE = "delete from member_role where member = ? and role = ?";

    private static final String ROLES = "select role from member_role where member = ?";

    private static final String ANY_WITH = "select 1 from member_role where role = ? limit 1";

    private static final String FIND =
            "select member from identity where platform = ? and tenant = ? and user_id = ?";

    private static final String LINK =
            """
            insert into identity (platform, tenant, user_id, member) values (?, ?, ?, ?)
            on conflict (platform, tenant, user_id) do update set member = excluded.member
            """;

    private static final String IDENTITIES =
            """
            select platform, tenant, user_id from identity where member = ?
            order by platform, tenant, user_id
            """;

    public void insertNetwork(Tx tx, String id, String name) {
        tx.update(INSERT_NETWORK, id, name);
    }

    public void insertCohort(Tx tx, Cohort cohort) {
        tx.update(
                INSERT_COHORT,
                cohort.id(),
                cohort.network(),
                cohort.name(),
                cohort.zone().getId(),
                cohort.locale().toLanguageTag());
    }

    public @Nullable Cohort cohort(Tx tx, String id) {
        return tx.one(COHORT, People::readCohort, id);
    }

    public List<Cohort> cohorts(Tx tx) {
        return tx.list(COHORTS, People::readCohort);
    }

    /// The district team of that name, whatever the case of its letters; made if it is not there.
    public DistrictTeam team(Tx tx, String cohort, String name, Supplier<String> newId) {
        var key = name.strip().toLowerCase(Locale.ROOT);
        var found = tx.one(TEAM_BY_NAME, People::readTeam, cohort, key);
        if (found != null) {
            return found;
        }
        tx.update(INSERT_TEAM, newId.get(), cohort, name.strip(), key);
        var made = tx.one(TEAM_BY_NAME, People::readTeam, cohort, key);
        if (made == null) {
            throw new IllegalStateException("a district team vanished as it was made");
        }
        return made;
    }

    public @Nullable DistrictTeam team(Tx tx, String id) {
        return tx.one(TEAM, People::readTeam, id);
    }

    /// The district teams of a cohort, by name.
    public List<DistrictTeam> teams(Tx tx, String cohort) {
        return tx.list(TEAMS, People::readTeam, cohort);
    }

    /// @param member whose team is already there
    public void insertMember(Tx tx, Member member, String cohort) {
        tx.update(
                INSERT_MEMBER,
                member.id(),
                cohort,
                member.team().id(),
                member.name(),
                member.locale().toLanguageTag(),
                member.zone().getId());
    }

    public void updateMember(Tx tx, Member member) {
        tx.update(
                UPDATE_MEMBER,
                member.team().id(),
                member.name(),
                member.locale().toLanguageTag(),
                member.zone().getId(),
                member.id());
    }

    /// @throws IllegalArgumentException if there is no such member
    public Member member(Tx tx, MemberId id) {
        var found = tx.one(MEMBER, People::readMember, id);
        if (found == null) {
            throw new IllegalArgumentException("no member " + id);
        }
        return found;
    }

    /// Those of the members that are there, by id.
    public Map<MemberId, Member> members(Tx tx, Collection<MemberId> ids) {
        var found = new HashMap<MemberId, Member>();
        if (!ids.isEmpty()) {
            var padded = Lists.padded(ids);
            var sql = MEMBER_COLUMNS + "where m.id in (" + Lists.marks(padded.size()) + ")";
            for (var member : tx.list(sql, People::readMember, padded.toArray())) {
                found.put(member.id(), member);
            }
        }
        return found;
    }

    /// Everybody in a cohort, in the order they came.
    public List<Member> ofCohort(Tx tx, String cohort) {
        return tx.list(OF_COHORT, People::readMember, cohort);
    }

    /// The cohort of a member, or null if there is no such member.
    public @Nullable String cohortOf(Tx tx, MemberId member) {
        return tx.one(COHORT_OF, row -> row.text(1), member);
    }

    public Set<Role> roles(Tx tx, MemberId member) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(tx.list(ROLES, row -> Role.valueOf(row.text(1)), member));
        return roles;
    }

    public void grant(Tx tx, MemberId member, Role role) {
        tx.update(GRANT, member, role);
    }

    public void revoke(Tx tx, MemberId member, Role role) {
        tx.update(REVOKE, member, role);
    }

    public boolean anyOperator(Tx tx) {
        return tx.one(ANY_WITH, row -> true, Role.OPERATOR) != null;
    }

    public @Nullable MemberId find(Tx tx, Identity identity) {
        return tx.one(
                FIND,
                row -> new MemberId(row.text(1)),
                identity.platform(),
                identity.tenant(),
                identity.user());
    }

    /// From now on the identity is this member's, whoever had it before.
    public void link(Tx tx, Identity identity, MemberId member) {
        tx.update(LINK, identity.platform(), identity.tenant(), identity.user(), member);
    }

    public List<Identity> identities(Tx tx, MemberId member) {
        return tx.list(
                IDENTITIES, row -> new Identity(row.text(1), row.text(2), row.text(3)), member);
    }

    private static Cohort readCohort(Row row) {
        return new Cohort(
                row.text(1),
                row.text(2),
                row.text(3),
                ZoneId.of(row.text(4)),
                Locale.forLanguageTag(row.text(5)));
    }

    private static DistrictTeam readTeam(Row row) {
        return new DistrictTeam(row.text(1), row.text(2));
    }

    private static Member readMember(Row row) {
        return new Member(
                new MemberId(row.text(1)),
                row.text(2),
                new DistrictTeam(row.text(5), row.text(6)),
                Locale.forLanguageTag(row.text(3)),
                ZoneId.of(row.text(4)));
    }
}
