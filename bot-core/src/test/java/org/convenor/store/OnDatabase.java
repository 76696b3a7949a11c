package org.convenor.store;

import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A test with the people of [Sample] in a database of its own.
abstract class OnDatabase {
    protected Database database;

    /// An empty database.
    protected abstract Database open();

    @BeforeEach
    void settle() {
        database = open();
        Sample.settle(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    protected final void write(Consumer<Tx> work) {
        database.write(tx -> {
            work.accept(tx);
            return null;
        });
    }

    protected final <T> ObjectAssert<@Nullable T> assertRead(Work<@Nullable T> work) {
        return Assertions.assertThatObject(database.<@Nullable T>read(work));
    }
}
