package org.convenor.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convenor.store.Tx;

/// Everything an SQLite database holds, as text: equal before and after means that nothing was
/// stored.
final class StoredRows {
    private static final String TABLES =
            "select name from sqlite_master where type = 'table' order by name";

    private StoredRows() {}

    /// Every row of every table, by table.
    static Map<String, List<String>> of(Tx tx) {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var table : tx.list(TABLES, row -> row.text(1))) {
            rows.put(table, ofTable(tx, table));
        }
        return rows;
    }

    private static List<String> ofTable(Tx tx, String table) {
        var columns =
                tx.list("select name from pragma_table_info('" + table + "')", row -> row.text(1));
        var quoted =
                columns.stream()
                        .map(column -> "coalesce(\"" + column + "\", '~')")
                        .reduce((one, other) -> one + " || '|' || " + other)
                        .orElseThrow();
        return tx.list("select " + quoted + " from " + table + " order by 1", row -> row.text(1));
    }
}
