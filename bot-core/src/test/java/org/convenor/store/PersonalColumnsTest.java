package org.convenor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PersonalColumnsTest {
    private static final String COLUMNS =
            """
            select m.name || '.' || c.name from sqlite_schema m join pragma_table_info(m.name) c
            where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like 'flyway_%'
            """;

    @Test
    void it_is_known_of_every_column_what_it_tells_about_a_person(@TempDir Path folder) {
        List<String> columns;
        try (var database = Database.sqlite(folder.resolve("convenor.db"))) {
            columns = database.read(tx -> tx.list(COLUMNS, row -> row.text(1)));
        }

        assertThat(columns).containsExactlyInAnyOrderElementsOf(PersonalColumns.all().keySet());
    }

    @Test
    void words_have_one_home() {
        var words =
                PersonalColumns.all().entrySet().stream()
                        .filter(column -> column.getValue() == PersonalColumns.Kind.WORDS)
                        .map(Map.Entry::getKey);

        assertThat(words).containsExactly("anonymous_answer.words", "contribution.words");
    }
}
