package org.convenor.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Figures for people and for scripts.
///
/// @param machine what it was measured on
record Report(String machine, List<Figure> figures) {
    Report {
        figures = List.copyOf(figures);
    }

    boolean isKept() {
        return figures.stream().allMatch(Figure::isKept);
    }

    String table() {
        int width = figures.stream().mapToInt(figure -> figure.name().length()).max().orElse(0);
        var lines = new StringBuilder(machine).append(System.lineSeparator());
        for (var figure : figures) {
            var bound = figure.bound();
            var kept = bound == null ? "" : bound + (figure.isKept() ? "  kept" : "  MISSED");
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "%-" + width + "s %12s %-5s %-16s %s%n",
                            figure.name(),
                            rounded(figure.value()),
                            figure.unit(),
                            kept,
                            figure.meaning()));
        }
        return lines.toString();
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.0f", value);
    }

    /// One object: whether every bound was kept, the machine, and each figure under its name.
    String json() {
        var mapper = JsonMapper.builder().build();
        var root = mapper.createObjectNode();
        root.put("kept", isKept());
        root.put("machine", machine);
        var byName = new TreeMap<String, Figure>();
        figures.forEach(figure -> byName.put(figure.name(), figure));
        byName.forEach((name, figure) -> put(root.putObject(name), figure));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void put(ObjectNode node, Figure figure) {
        node.put("value", figure.value());
        node.put("unit", figure.unit());
        var bound = figure.bound();
        if (bound != null) {
            node.put(bound.most() ? "at_most" : "at_least", bound.limit());
            node.put("kept", figure.isKept());
        }
        node.put("meaning", figure.meaning());
    }
}
