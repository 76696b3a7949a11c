package org.convenor.store;

import org.junit.jupiter.api.Nested;

final class PostgresStoreTest {

    private static Database server() {
        return Database.postgres(TestPostgres.emptyDatabase());
    }

    @Nested
    final class OfSessions extends SessionsSuite {
        @Override
        protected Database open() {
            return server();
        }
    }

    @Nested
    final class OfWords extends WordsSuite {
        @Override
        protected Database open() {
            return server();
        }
    }

    @Nested
    final class OfPeople extends PeopleSuite {
        @Override
        protected Database open() {
            return server();
        }
    }

    @Nested
    final class OfOutbox extends OutboxSuite {
        @Override
        protected Database open() {
            return server();
        }
    }

    @Nested
    final class OfAnchors extends AnchorsSuite {
        @Override
        protected Database open() {
            return server();
        }
    }

    @Nested
    final class OfProtocols extends ProtocolsSuite {
        @Override
        protected Database open() {
            return server();
        }
    }

    @Nested
    final class OfInstallations extends InstallationsSuite {
        @Override
        protected Database open() {
            return server();
        }
    }
}
