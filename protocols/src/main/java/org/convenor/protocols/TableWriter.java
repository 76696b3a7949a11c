package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes the rows of a table as a protocol file, and remembers which line came from which row.
final class TableWriter {
    /// What remarks about lines say about rows.
    static final Map<String, String> WORDS =
            Map.of("Delete this line", "Empty this cell", "delete this line", "empty this cell");

    /// Keys whose words may be names with texts.
    private static final List<String> NAMED = List.of("answer", "choices");

    /// Keys whose words may be several, each on its own line or behind a semicolon.
    private static final List<String> LISTS =
            List.of("answer", "choices", "into", "avoid", "reason needed for");

    /// Kinds of rows that are no steps.
    private static final List<String> OWN_KINDS =
            List.of("meanwhile", "if still open", "end", "role", "people");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _/()-]*");

    private final ProtocolTable.Top top;
    private final TableColumns columns;
    private final Remarks remarks;
    private final TableTitles titles = new TableTitles();
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();

    /// Rows of the blocks that are open.
    private final Deque<Integer> open = new ArrayDeque<>();

    /// Row that is being written.
    private int row = 1;

    /// The row before was the step of this kind, in the block that is open; empty at a start.
    private String before = "";

    TableWriter(ProtocolTable.Top top, TableColumns columns, Remarks remarks) {
        this.top = top;
        this.columns = columns;
        this.remarks = remarks;
    }

    byte[] bytes() {
        return String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8);
    }

    /// The row that a line of the file came from.
    int row(int line) {
        return rows.get(Math.clamp(line - 1L, 0, rows.size() - 1));
    }

    void write(List<TableRows.Row> all) {
        line("", "protocol", top.id());
        line("", "name", top.name());
        line("", "purpose", top.purpose());
        header(all, "people", "people", "");
        header(all, "role", "roles", "who");
        lines.add("steps:");
        rows.add(row);
        for (TableRows.Row each : all) {
            row = each.number();
            row(each);
        }
        for (int unclosed : open) {
            remarks.error(
                    unclosed,
                    "This block is never closed. Add a row of the kind “end” below its last step.");
        }
    }

    /// Rows that speak of the whole protocol. They come first, wherever they stand.
    private void header(List<TableRows.Row> all, String kind, String key, String value) {
        boolean first = true;
        for (TableRows.Row each : all) {
            if (!kind(each).equals(kind)) {
                continue;
            }
            row = each.number();
            String text = columns.cell(each, "text");
            if (value.isEmpty()) {
                line("", key, text);
                continue;
            }
            if (first) {
                add(key + ":");
                first = false;
            }
            add("  %s: %s".formatted(name(text), quote(columns.cell(each, value))));
        }
        row = 1;
    }

    private String kind(TableRows.Row each) {
        return Section.small(columns.cell(each, "kind").replace("`", ""));
    }

    private void row(TableRows.Row each) {
        String kind = kind(each);
        switch (kind) {
            case "role", "people" -> {}
            case "end" -> end();
            case "if still open" -> ifStillOpen();
            case "meanwhile" -> meanwhile(each);
            default -> {
                if (!isKind(kind)) {
                    return;
                }
                step(each, kind);
                before = kind;
                if (Keys.isFrame(kind)) {
                    add(margin() + "  steps:");
                    open.push(row);
                    before = "";
                }
            }
        }
    }

    private boolean isKind(String kind) {
        if (kind.isEmpty()) {
            remarks.error(
                    row,
                    "This row does not say what happens. Write a kind, for example “say” or “talk”.");
        } else if (!Keys.isKind(kind)) {
            List<String> kinds = new ArrayList<>(Keys.kindNames());
            kinds.addAll(OWN_KINDS);
            remarks.error(
                    row,
                    "I do not know what this row does: %s. A kind is one of: %s.%s"
                            .formatted(
                                    quoted(kind),
                                    String.join(", ", kinds),
                                    Nearest.hint(kind, kinds)));
        }
        return Keys.isKind(kind);
    }

    private void step(TableRows.Row each, String kind) {
        String text = columns.cell(each, "text");
        add("%s- %s: %s".formatted(margin(), kind, quote(text)));
        attributes(each, kind, text, margin() + "  ");
    }

    private void attributes(TableRows.Row each, String kind, String text, String margin) {
        if (!kind.equals("stop")) {
            String title = columns.cell(each, "title");
            line(margin, "title", titles.choose(title, text, kind));
        }
        for (String key : columns.attributes()) {
            String words = columns.cell(each, key);
            if (!words.isEmpty()) {
                attribute(margin, key, words);
            }
        }
    }

    private void attribute(String margin, String key, String words) {
        List<String> parts =
                LISTS.contains(key) ? List.of(words.split("\\s*[\\n;]\\s*")) : List.of(words);
        boolean named = NAMED.contains(key) && parts.stream().allMatch(part -> part.contains(": "));
        if (!named) {
            line(margin, key, String.join(", ", parts));
            return;
        }
        add(margin + key + ":");
        for (String part : parts) {
            int colon = part.indexOf(": ");
            add(
                    "%s  %s: %s"
                            .formatted(
                                    margin,
                                    name(part.substring(0, colon).strip()),
                                    quote(part.substring(colon + 2).strip())));
        }
    }

    private void meanwhile(TableRows.Row each) {
        if (before.isEmpty()) {
            remarks.error(
                    row,
                    "Nothing stands before this row that it could run beside. Put it below a “talk” or “round”.");
            return;
        }
        String text = columns.cell(each, "text");
        add(margin() + "  meanwhile:");
        line(margin() + "    ", "ask", text);
        attributes(each, "ask", text, margin() + "    ");
    }

    private void end() {
        before = "";
        if (open.poll() == null) {
            remarks.error(row, "This row closes a block, and none is open. Delete the row.");
        }
    }

    private void ifStillOpen() {
        before = "";
        if (open.isEmpty()) {
            remarks.error(
                    row,
                    "%s belongs into a block that a row of the kind “repeat” opens."
                            .formatted(quoted("if still open")));
            return;
        }
        add(margin().substring(4) + "  if still open:");
    }

    private String margin() {
        return "  " + "    ".repeat(open.size());
    }

    private void line(String margin, String key, String words) {
        add(margin + key + ": " + quote(words));
    }

    private void add(String line) {
        lines.add(line);
        rows.add(row);
    }

    /// A name before a colon, which the notation wants plain.
    private String name(String words) {
        if (NAME.matcher(words).matches()) {
            return words;
        }
        remarks.error(
                row,
                "%s is no name that I can use. Write letters, digits, spaces and hyphens only."
                        .formatted(quoted(words)));
        return "name";
    }

    /// Words that mean nothing but themselves in the notation.
    private static String quote(String words) {
        return '"'
                + words.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", " ")
                + '"';
    }
}
