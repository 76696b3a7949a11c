package org.convenor.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest {
    @TempDir Path folder;

    private Database file() {
        return Database.sqlite(folder.resolve("convenor.db"));
    }

    @Nested
    final class OfSessions extends SessionsSuite {
        @Override
        protected Database open() {
            return file();
        }
    }

    @Nested
    final class OfWords extends WordsSuite {
        @Override
        protected Database open() {
            return file();
        }
    }

    @Nested
    final class OfPeople extends PeopleSuite {
        @Override
        protected Database open() {
            return file();
        }
    }

    @Nested
    final class OfOutbox extends OutboxSuite {
        @Override
        protected Database open() {
            return file();
        }
    }

    @Nested
    final class OfAnchors extends AnchorsSuite {
        @Override
        protected Database open() {
            return file();
        }
    }

    @Nested
    final class OfProtocols extends ProtocolsSuite {
        @Override
        protected Database open() {
            return file();
        }
    }

    @Nested
    final class OfInstallations extends InstallationsSuite {
        @Override
        protected Database open() {
            return file();
        }
    }
}
