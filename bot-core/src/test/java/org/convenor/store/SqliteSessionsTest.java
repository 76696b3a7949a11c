package org.convenor.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSessionsTest extends StoreSuite {
    @TempDir Path folder;

    @Override
    protected Database open() {
        return Database.sqlite(folder.resolve("convenor.db"));
    }
}
