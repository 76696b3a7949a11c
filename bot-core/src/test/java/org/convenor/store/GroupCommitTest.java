package org.convenor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convenor.chat.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupCommitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir Path folder;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private GroupCommit writer;
    private JdbcTx reader;

    @BeforeEach
    void open() throws SQLException {
        var source = Sqlite.source(folder.resolve("test.db"), Sqlite.PATIENCE);
        writer = new GroupCommit(new JdbcTx(source.getConnection(), false));
        reader = new JdbcTx(source.getConnection(), false);
        writer.write(tx -> tx.update("create table word (text text primary key) strict"));
    }

    @AfterEach
    void close() {
        callers.close();
        writer.close();
        reader.close();
    }

    @Test
    void of_many_that_are_committed_together_each_fails_alone() throws InterruptedException {
        writer.write(tx -> insert(tx, "known"));

        var outcomes =
                together(
                        tx -> insert(tx, "first"),
                        tx -> insert(tx, "half") + insert(tx, "known"),
                        tx -> {
                            insert(tx, "regretted");
                            throw new IllegalArgumentException("changed my mind");
                        },
                        tx -> insert(tx, "last"));

        assertThat(outcomes.get(0)).succeedsWithin(PATIENCE);
        assertThatThrownBy(() -> outcomes.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreException.class);
        assertThatThrownBy(() -> outcomes.get(2).get()).hasRootCauseMessage("changed my mind");
        assertThat(outcomes.get(3)).succeedsWithin(PATIENCE);
        assertThat(words()).containsExactly("first", "known", "last");
    }

    @Test
    void when_the_transaction_itself_is_lost_the_others_are_run_again()
            throws InterruptedException {
        var outcomes =
                together(
                        tx -> insert(tx, "first"),
                        tx -> insert(tx, "half") + tx.update("insert into nowhere values (1)"),
                        tx -> insert(tx, "last"));

        assertThat(outcomes.get(0)).succeedsWithin(PATIENCE);
        assertThatThrownBy(() -> outcomes.get(1).get()).hasCauseInstanceOf(StoreException.class);
        assertThat(outcomes.get(2)).succeedsWithin(PATIENCE);
        assertThat(words()).containsExactly("first", "last");
    }

    @Test
    void work_that_hides_a_lost_transaction_does_not_count_as_done() {
        assertThatThrownBy(() ->
                        writer.write(tx -> {
                            insert(tx, "half");
                            try {
                                return tx.update("insert into nowhere values (1)");
                            } catch (StoreException e) {
                                return 0;
                            }
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(words()).isEmpty();
    }

    @Test
    void a_full_disk_refuses_what_does_not_fit_and_takes_more_once_there_is_room()
            throws InterruptedException {
        long pages = limitPages(1);
        var large = "x".repeat(200_000);

        var outcomes =
                together(
                        tx -> insert(tx, large + "1"),
                        tx -> insert(tx, large + "2"),
                        tx -> insert(tx, "small"));

        for (var refused : outcomes.subList(0, 2)) {
            assertThatThrownBy(refused::get)
                    .hasCauseInstanceOf(ProblemException.class)
                    .hasMessageContaining("disk that holds the database is full");
        }
        assertThat(words()).doesNotContain(large + "1", large + "2");

        limitPages(pages + 1000);
        writer.write(tx -> insert(tx, large));
        assertThat(words()).contains(large);
    }

    @Test
    void a_write_within_a_write_is_refused_because_it_would_wait_for_itself() {
        assertThatThrownBy(() -> writer.write(tx -> writer.write(inner -> insert(inner, "x"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_waits_when_the_writer_closes_is_committed_or_refused_and_never_lost()
            throws InterruptedException {
        var outcomes = together(tx -> insert(tx, "first"), tx -> insert(tx, "second"));
        writer.close();

        assertThat(outcomes).allSatisfy(one -> assertThat(one).isNotCancelled());
        assertThat(words()).containsExactly("first", "second");
        assertThatThrownBy(() -> writer.write(tx -> insert(tx, "late")))
                .isInstanceOf(ProblemException.class);
    }

    /// Runs the works in one batch: they queue up while another work holds the writer.
    @SafeVarargs
    private List<Future<Integer>> together(Work<Integer>... works) throws InterruptedException {
        var holding = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var holder = callers.submit(() -> writer.write(tx -> hold(holding, release)));
        holding.await();
        var outcomes = new ArrayList<Future<Integer>>();
        for (int i = 0; i < works.length; i++) {
            var work = works[i];
            outcomes.add(callers.submit(() -> writer.write(work)));
            while (writer.waiting() <= i) {
                Thread.onSpinWait();
            }
        }
        release.countDown();
        assertThat(holder).succeedsWithin(PATIENCE);
        for (var outcome : outcomes) {
            await(outcome);
        }
        return outcomes;
    }

    private static int hold(CountDownLatch holding, CountDownLatch release) {
        holding.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }

    private static void await(Future<Integer> outcome) throws InterruptedException {
        try {
            outcome.get();
        } catch (ExecutionException e) {
            // The test looks at it later.
        }
    }

    /// Lets the file grow by so many pages and no more.
    private long limitPages(long more) {
        return writer.write(tx -> {
            long pages = present(tx.one("pragma page_count", row -> row.int64(1)));
            tx.one("pragma max_page_count = " + (pages + more), row -> row.int64(1));
            return pages;
        });
    }

    private static long present(@Nullable Long value) {
        assertThat(value).isNotNull();
        return value == null ? 0 : value;
    }

    private static int insert(Tx tx, String word) {
        return tx.update("insert into word (text) values (?)", word);
    }

    private List<String> words() {
        return reader.list("select text from word order by text", row -> row.text(1));
    }
}
