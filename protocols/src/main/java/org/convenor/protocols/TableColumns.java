package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The heading of a table: which column holds what.
///
/// @param names in the order of the table; empty for a column without one
record TableColumns(List<String> names) {
    /// Without these a table says nothing.
    static final List<String> NEEDED = List.of("kind", "text");

    TableColumns {
        names = List.copyOf(names);
    }

    static List<String> names(TableRows.Row heading) {
        return heading.cells().stream()
                .map(cell -> Section.small(cell.replace("*", "").replace("`", "")))
                .toList();
    }

    /// The columns, or null after an error was remarked.
    static @Nullable TableColumns read(TableRows.Row heading, Remarks remarks) {
        List<String> names = names(heading);
        boolean failed = false;
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !known().contains(name)) {
                failed = true;
                remarks.error(
                        heading.number(),
                        "I do not know the column %s.%s"
                                .formatted(quoted(name), Nearest.hint(name, known())));
            } else if (!name.isEmpty() && !seen.add(name)) {
                failed = true;
                remarks.error(
                        heading.number(),
                        "There are two columns %s. Keep one of them.".formatted(quoted(name)));
            }
        }
        if (!failed && !names.containsAll(NEEDED)) {
            failed = true;
            remarks.error(
                    heading.number(),
                    "The first row must name the columns: kind, text, who, live and async.");
        }
        return failed ? null : new TableColumns(names);
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(NEEDED);
        known.addAll(Keys.ofAnyStep());
        return known;
    }

    String cell(TableRows.Row row, String name) {
        int column = names.indexOf(name);
        return column < 0 || column >= row.cells().size() ? "" : row.cells().get(column).strip();
    }

    /// The columns for attributes, in the order of the table.
    List<String> attributes() {
        return names.stream()
                .filter(name -> !name.isEmpty() && !NEEDED.contains(name) && !name.equals("title"))
                .toList();
    }
}
