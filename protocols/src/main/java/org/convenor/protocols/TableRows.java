package org.convenor.protocols;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/// Splits a table into cells: one pasted from a spreadsheet, one with commas or semicolons, or one
/// in Markdown.
final class TableRows {
    private static final Pattern MARKDOWN_RULE = Pattern.compile("\\|?[\\s:|-]+\\|?");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>");

    private TableRows() {}

    /// @param number as a spreadsheet counts them, from 1
    record Row(int number, List<String> cells) {
        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /// The rows that hold something, or null after an error was remarked.
    static @Nullable List<Row> split(String text, Remarks remarks) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
        List<Row> rows = first.startsWith("|") ? markdown(text) : separated(text, first, remarks);
        return rows == null ? null : rows.stream().filter(row -> !row.isEmpty()).toList();
    }

    private static List<Row> markdown(String text) {
        List<Row> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String row = line.strip();
            if (row.startsWith("|") && !MARKDOWN_RULE.matcher(row).matches()) {
                List<String> cells =
                        Arrays.stream(BAR.split(row.substring(1), -1))
                                .map(cell ->
                                        BREAK.matcher(cell.replace("\\|", "|")).replaceAll("\n"))
                                .map(String::strip)
                                .toList();
                rows.add(new Row(rows.size() + 1, cells));
            }
        }
        return rows;
    }

    private static @Nullable List<Row> separated(String text, String first, Remarks remarks) {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(first))
                        .setIgnoreEmptyLines(false)
                        .setIgnoreSurroundingSpaces(true)
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            parser.forEach(record -> rows.add(new Row(rows.size() + 1, record.toList())));
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException _) {
            remarks.error(
                    rows.size() + 1,
                    "In this row a quotation mark opens a cell and does not close it properly. Check the quotation marks.");
            return null;
        }
    }

    private static char delimiter(String first) {
        if (first.indexOf('\t') >= 0) {
            return '\t';
        }
        return count(first, ';') > count(first, ',') ? ';' : ',';
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}
