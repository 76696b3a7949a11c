package org.convenor.protocols;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a protocol that was written as a table, one step in each row. The columns are `kind`,
/// `text`, `who`, `live` and `async`, in any order, and any other word of the language.
public final class ProtocolTable {
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+)");

    private ProtocolTable() {}

    /// What a table does not say of its protocol.
    ///
    /// @param id what people type, for example `first-look`
    /// @param name as people read it
    /// @param purpose one sentence that tells people why they do this
    public record Top(String id, String name, String purpose) {}

    /// Whether this looks like such a table rather than like a protocol file.
    public static boolean isTable(String text) {
        List<TableRows.Row> rows = TableRows.split(text, new Remarks());
        return rows != null
                && !rows.isEmpty()
                && TableColumns.names(rows.getFirst()).containsAll(TableColumns.NEEDED);
    }

    /// Turns the table into a protocol file, and checks that. Takes any bytes, and never throws.
    ///
    /// @return what a check of the file gives; its text is the file, its remarks speak of rows, and
    ///   their lines are numbers of rows, the heading being row 1
    public static Loaded read(Top top, byte[] bytes) {
        Remarks remarks = new Remarks();
        TableWriter written = write(top, bytes, remarks);
        if (written == null) {
            return new Loaded(null, "", ProtocolFile.hash(""), remarks.sorted());
        }
        Loaded file = ProtocolFile.read(top.id() + ".yaml", written.bytes());
        for (Remark remark : file.remarks()) {
            Remark ofRow = inRows(remark, written);
            if (remark.severity() == Severity.ERROR) {
                remarks.error(ofRow.line(), ofRow.text());
            } else {
                remarks.warning(ofRow.line(), ofRow.text());
            }
        }
        return new Loaded(
                remarks.failed() ? null : file.protocol(),
                file.text(),
                file.hash(),
                remarks.sorted());
    }

    private static @Nullable TableWriter write(Top top, byte[] bytes, Remarks remarks) {
        String text = FileText.decode(bytes, remarks);
        List<TableRows.Row> rows = text == null ? null : TableRows.split(text, remarks);
        if (rows == null) {
            return null;
        }
        if (rows.isEmpty()) {
            remarks.error(
                    1,
                    "This table is empty. Start it with a row that names the columns: kind, text, who, live and async.");
            return null;
        }
        TableColumns columns = TableColumns.read(rows.getFirst(), remarks);
        if (columns == null) {
            return null;
        }
        TableWriter writer = new TableWriter(top, columns, remarks);
        writer.write(rows.subList(1, rows.size()));
        return writer;
    }

    private static Remark inRows(Remark remark, TableWriter written) {
        Matcher line = LINE.matcher(remark.text());
        String text =
                line.replaceAll(found -> "row " + written.row(Integer.parseInt(found.group(1))));
        for (Map.Entry<String, String> word : TableWriter.WORDS.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return new Remark(written.row(remark.line()), remark.severity(), text);
    }
}
