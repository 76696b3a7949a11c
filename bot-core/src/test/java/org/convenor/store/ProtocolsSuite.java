package org.convenor.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.convenor.store.ProtocolDrafts.Draft;
import org.convenor.store.PublishedProtocols.Version;
import org.convenor.testing.CriticalFriends;
import org.junit.jupiter.api.Test;

/// What facilitators wrote: published versions, and drafts.
abstract class ProtocolsSuite extends OnDatabase {
    private static final Instant AT = Instant.parse("2026-12-01T15:00:00Z");

    private final PublishedProtocols published = new PublishedProtocols();
    private final ProtocolDrafts drafts = new ProtocolDrafts();
    private final ProtocolTexts texts = new ProtocolTexts();

    private void publish(Tx tx, String id, int version, String hash) {
        texts.put(tx, CriticalFriends.protocol(), "protocol: " + id, hash);
        published.add(tx, Sample.COHORT, version(id, version, hash));
    }

    private static Version version(String id, int version, String hash) {
        return new Version(id, version, hash, Sample.BO, AT);
    }

    @Test
    void the_newest_version_of_each_protocol_comes_first() {
        write(tx -> {
            publish(tx, "ours", 1, "a");
            publish(tx, "ours", 2, "b");
            publish(tx, "theirs", 1, "a");
        });

        assertRead(tx -> published.newest(tx, Sample.COHORT))
                .isEqualTo(List.of(version("ours", 2, "b"), version("theirs", 1, "a")));
        assertRead(tx -> published.newest(tx, Sample.COHORT, "ours"))
                .isEqualTo(version("ours", 2, "b"));
        assertRead(tx -> published.of(tx, Sample.COHORT, "ours"))
                .isEqualTo(List.of(version("ours", 2, "b"), version("ours", 1, "a")));
        assertRead(tx -> published.newest(tx, Sample.COHORT, "nobodys")).isNull();
        assertRead(tx -> published.newest(tx, "another-cohort")).isEqualTo(List.of());
    }

    @Test
    void a_published_version_is_never_replaced() {
        write(tx -> publish(tx, "ours", 1, "a"));

        assertThatThrownBy(() -> write(tx -> publish(tx, "ours", 1, "b")))
                .isInstanceOf(StoreException.class);

        assertRead(tx -> published.of(tx, Sample.COHORT, "ours"))
                .isEqualTo(List.of(version("ours", 1, "a")));
    }

    @Test
    void who_publishes_at_the_same_time_gets_another_number() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var publications =
                    IntStream.range(0, 8)
                            .mapToObj(number -> (Callable<Integer>) () -> next("hash-" + number))
                            .toList();

            for (var done : pool.invokeAll(publications)) {
                done.get();
            }
        }

        assertRead(tx ->
                        published.of(tx, Sample.COHORT, "ours").stream()
                                .map(Version::version)
                                .toList())
                .isEqualTo(List.of(8, 7, 6, 5, 4, 3, 2, 1));
    }

    private int next(String hash) {
        return database.write(tx -> {
            published.lock(tx, Sample.COHORT);
            var newest = published.newest(tx, Sample.COHORT, "ours");
            int version = newest == null ? 1 : newest.version() + 1;
            publish(tx, "ours", version, hash);
            return version;
        });
    }

    @Test
    void a_draft_gives_way_to_the_next_one_of_the_same_protocol() {
        var first = new Draft("ours", "a", "protocol: ours", AT);
        var second = new Draft("ours", "b", "protocol: ours\n", AT.plusSeconds(1));
        var other = new Draft("theirs", "c", "protocol: theirs", AT.plusSeconds(2));
        write(tx -> {
            drafts.put(tx, Sample.BO, first);
            drafts.put(tx, Sample.BO, second);
            drafts.put(tx, Sample.BO, other);
            drafts.put(tx, Sample.CY, first);
        });

        assertRead(tx -> drafts.of(tx, Sample.BO)).isEqualTo(List.of(other, second));
        assertRead(tx -> drafts.find(tx, Sample.BO, "ours")).isEqualTo(second);
        assertRead(tx -> drafts.find(tx, Sample.CY, "ours")).isEqualTo(first);
        assertRead(tx -> drafts.find(tx, Sample.CY, "theirs")).isNull();
    }
}
