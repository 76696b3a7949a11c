package org.convenor.protocols;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Collects remarks while a file is read, so that its author sees all of them at once.
final class Remarks {
    /// Nobody reads more at once, and a file of rubbish could cause thousands.
    private static final int MOST = 100;

    private final SequencedSet<Remark> found = new LinkedHashSet<>();
    private int errors;

    void error(int line, String text) {
        errors++;
        add(new Remark(line, Severity.ERROR, text));
    }

    void warning(int line, String text) {
        add(new Remark(line, Severity.WARNING, text));
    }

    private void add(Remark remark) {
        if (found.size() < MOST || (errors == 1 && remark.severity() == Severity.ERROR)) {
            found.add(remark);
        }
    }

    /// How many errors there were so far; a reader compares it before and after a step.
    int errors() {
        return errors;
    }

    boolean failed() {
        return errors > 0;
    }

    List<Remark> sorted() {
        List<Remark> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Remark::line));
        return sorted;
    }
}
