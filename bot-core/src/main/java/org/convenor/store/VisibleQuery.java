package org.convenor.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.session.Audience;
import org.convenor.session.Reader;
import org.convenor.session.Unit;
import org.convenor.session.Visible;
import org.jspecify.annotations.Nullable;

/// A select of words that cannot be made without the rule of who may see them.
final class VisibleQuery {
    /// Stands for the member who reads where nobody in particular does; no member has it.
    private static final String NOBODY = "";

    private final StringBuilder sql;
    private final List<@Nullable Object> args = new ArrayList<>();

    private VisibleQuery(String columns) {
        sql = new StringBuilder(columns);
    }

    /// @param columns the select with one argument: who reads
    static VisibleQuery byAuthor(String columns, Reader reader, SessionId session) {
        var query = new VisibleQuery(columns);
        var self = reader.member() == null ? NOBODY : reader.member().value();
        query.args.add(self);
        query.sql.append("where session = ?");
        query.args.add(session);
        query.sql.append(" and (member = ? or unit in (");
        query.args.add(self);
        query.list(units(reader));
        query.sql.append(") or is_out and audience in (");
        query.list(audiences(reader));
        query.sql.append("))");
        return query;
    }

    static VisibleQuery withoutAuthor(String columns, Reader reader, SessionId session) {
        var query = new VisibleQuery(columns);
        query.sql.append("where session = ?");
        query.args.add(session);
        query.sql.append(" and is_out");
        return query.in("audience", audiences(reader));
    }

    /// The audiences a reader belongs to. [Audience#AUTHOR] is never among them.
    private static List<String> audiences(Reader reader) {
        var keys = new ArrayList<String>();
        keys.add(Audience.ALL.key());
        if (reader.facilitator()) {
            keys.add(Audience.FACILITATORS.key());
        }
        if (reader.team() != null) {
            keys.add(Audience.team(reader.team()).key());
        }
        reader.groups().stream()
                .sorted()
                .map(group -> Audience.group(group).key())
                .forEach(keys::add);
        reader.roles().stream().sorted().map(role -> Audience.role(role).key()).forEach(keys::add);
        return keys;
    }

    /// Those for whom the reader answers as one with others. A channel answers for nobody.
    private static List<String> units(Reader reader) {
        if (reader.member() == null) {
            return List.of(NOBODY);
        }
        var keys = new ArrayList<String>();
        if (reader.team() != null) {
            keys.add(Unit.ofTeam(reader.team()).key());
        }
        reader.groups().stream()
                .sorted()
                .map(group -> Unit.ofGroup(group).key())
                .forEach(keys::add);
        return keys.isEmpty() ? List.of(NOBODY) : keys;
    }

    VisibleQuery and(String condition, Object... values) {
        sql.append(" and ").append(condition);
        args.addAll(Arrays.asList(values));
        return this;
    }

    VisibleQuery in(String column, Collection<?> values) {
        sql.append(" and ").append(column).append(" in (");
        list(values);
        sql.append(')');
        return this;
    }

    private void list(Collection<?> values) {
        var padded = Lists.padded(values);
        sql.append(Lists.marks(padded.size()));
        args.addAll(padded);
    }

    List<Visible> list(Tx tx) {
        return tx.list(sql.append(" order by no").toString(), VisibleQuery::read, args.toArray());
    }

    List<Visible> listAnonymous(Tx tx) {
        return tx.list(
                sql.append(" order by id").toString(), VisibleQuery::readAnonymous, args.toArray());
    }

    private static Visible read(Row row) {
        var by = row.textOrNull(6);
        return new Visible(
                row.int32(1),
                row.int32(2),
                row.int32(3),
                row.textOrNull(4),
                row.text(5),
                by == null ? null : new MemberId(by),
                row.bool(7),
                row.text(8),
                row.instant(9));
    }

    private static Visible readAnonymous(Row row) {
        return new Visible(0, 0, 0, row.text(1), row.text(2), null, false, row.text(3), null);
    }
}
