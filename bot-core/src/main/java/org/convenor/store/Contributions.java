package org.convenor.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.session.Audience;
import org.convenor.session.Reader;
import org.convenor.session.Unit;
import org.convenor.session.Visible;
import org.jspecify.annotations.Nullable;

/// What people wrote: the one home of their words. Who may see what is decided here, by the
/// database: nothing is read without a [Reader], and one always sees one's own.
public final class Contributions {
    private static final String PUT =
            """
            insert into contribution (session, no, step, visit, question, field, member, audience,
                is_out, is_named, is_late, words, at_ms, unit)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (session, no) do update
            set step = excluded.step, visit = excluded.visit, field = excluded.field,
                member = excluded.member, audience = excluded.audience,
                is_out = contribution.is_out or excluded.is_out, is_named = excluded.is_named,
                is_late = excluded.is_late, words = excluded.words, at_ms = excluded.at_ms
            """;

    private static final String PUT_ANONYMOUS =
            """
            insert into anonymous_answer (id, session, question, field, audience, is_out, words)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String TOOK_PART =
            """
            insert into participation (session, question, member, day) values (?, ?, ?, ?)
            on conflict (session, question, member) do nothing
            """;

    private static final String HAS_TAKEN_PART =
            "select 1 from participation where session = ? and question = ? and member = ?";

    private static final String REVEAL =
            "update contribution set is_out = ? where session = ? and question = ?";

    private static final String REVEAL_ANONYMOUS =
            "update anonymous_answer set is_out = ? where session = ? and question = ?";

    private static final String SHARE =
            "update contribution set is_out = ?, audience = ? where session = ? and no = ?";

    private static final String COPY =
            """
            insert into contribution (session, no, step, visit, question, field, member, audience,
                is_out, is_named, is_late, words, at_ms, unit)
            select ?, ?, ?, 0, ?, field, member,
                case when audience like 'group:%' then 'author' else audience end,
                is_out, is_named, is_late, words, at_ms,
                case when unit like 'g:%' then null else unit end
            from contribution where session = ? and no = ?
            """;

    private static final String COUNT =
            """
            select (select count(*) from contribution where session = ?)
                + (select count(*) from anonymous_answer where session = ?)
            """;

    private static final String COLUMNS =
            """
            select no, step, visit, question, field,
                case when is_named or member = ? then member end, is_late, words, at_ms
            from contribution
            """;

    private static final String ANONYMOUS_COLUMNS =
            "select question, field, words from anonymous_answer\n";

    /// @param no number within the session; the same number again replaces the words
    /// @param question key of the asking, or null for words on the open floor
    /// @param out whether they can be read at once; what is out stays out
    /// @param named whether others see who wrote them
    /// @param late given after the others' words were out, or after the step had moved on
    /// @param unit who answers as one and reads it with its author, or null for one person
    public record Words(
            int no,
            int step,
            int visit,
            @Nullable String question,
            String field,
            MemberId by,
            Audience audience,
            boolean out,
            boolean named,
            boolean late,
            String text,
            Instant at,
            @Nullable Unit unit) {
        /// One person's words.
        public Words(
                int no,
                int step,
                int visit,
                @Nullable String question,
                String field,
                MemberId by,
                Audience audience,
                boolean out,
                boolean named,
                boolean late,
                String text,
                Instant at) {
            this(no, step, visit, question, field, by, audience, out, named, late, text, at, null);
        }
    }

    public void put(Tx tx, SessionId session, Words words) {
        tx.update(
                PUT,
                session,
                words.no(),
                words.step(),
                words.visit(),
                words.question(),
                words.field(),
                words.by(),
                words.audience().key(),
                words.out(),
                words.named(),
                words.late(),
                words.text(),
                words.at(),
                words.unit() == null ? null : words.unit().key());
    }

    /// Puts words of one session into another, with their author, time and who may read them; what
    /// was for a group is for its author alone, since the groups are others there.
    ///
    /// @param question key of the asking in the other session, or null for a setting
    public void copy(
            Tx tx,
            SessionId from,
            int no,
            SessionId to,
            int newNo,
            int step,
            @Nullable String question) {
        tx.update(COPY, to, newNo, step, question, from, no);
    }

    /// Keeps words without author, time or order.
    ///
    /// @param randomKey tells nothing: neither when it was made nor by whom
    public void putAnonymous(
            Tx tx,
            SessionId session,
            String randomKey,
            String question,
            String field,
            Audience audience,
            boolean out,
            String text) {
        tx.update(PUT_ANONYMOUS, randomKey, session, question, field, audience.key(), out, text);
    }

    /// Notes that somebody answered anonymously, apart from the words and by day only.
    ///
    /// @return false if they had answered before
    public boolean tookPart(
            Tx tx, SessionId session, String question, MemberId member, LocalDate day) {
        return tx.update(TOOK_PART, session, question, member, day) == 1;
    }

    public boolean hasTakenPart(Tx tx, SessionId session, String question, MemberId member) {
        return tx.one(HAS_TAKEN_PART, row -> true, session, question, member) != null;
    }

    /// Lets the answers of an asking be read from now on, by those they are meant for.
    public void reveal(Tx tx, SessionId session, String question) {
        tx.update(REVEAL, true, session, question);
        tx.update(REVEAL_ANONYMOUS, true, session, question);
    }

    /// Lets words be read from now on, by those who are named now.
    public void share(Tx tx, SessionId session, Collection<Integer> numbers, Audience audience) {
        numbers.forEach(number -> tx.update(SHARE, true, audience.key(), session, number));
    }

    /// The answers to questions, in the order they were given; then the anonymous ones, in none.
    public List<Visible> ofQuestions(
            Tx tx, SessionId session, Reader reader, Collection<String> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        var found = query(reader, session).in("question", questions).list(tx);
        found.addAll(anonymous(reader, session).in("question", questions).listAnonymous(tx));
        return found;
    }

    public List<Visible> numbered(
            Tx tx, SessionId session, Reader reader, Collection<Integer> numbers) {
        return numbers.isEmpty() ? List.of() : query(reader, session).in("no", numbers).list(tx);
    }

    /// What was said on the open floor from a visit on.
    public List<Visible> spoken(Tx tx, SessionId session, Reader reader, int fromVisit) {
        return query(reader, session).and("question is null").and("visit >= ?", fromVisit).list(tx);
    }

    /// Everything the reader may see; the anonymous answers come last.
    public List<Visible> all(Tx tx, SessionId session, Reader reader) {
        var found = query(reader, session).list(tx);
        found.addAll(anonymous(reader, session).listAnonymous(tx));
        return found;
    }

    /// How many there are, read or not, anonymous ones included.
    public int count(Tx tx, SessionId session) {
        var count = tx.one(COUNT, row -> row.int32(1), session, session);
        return count == null ? 0 : count;
    }

    private static VisibleQuery query(Reader reader, SessionId session) {
        return VisibleQuery.byAuthor(COLUMNS, reader, session);
    }

    private static VisibleQuery anonymous(Reader reader, SessionId session) {
        return VisibleQuery.withoutAuthor(ANONYMOUS_COLUMNS, reader, session);
    }
}
