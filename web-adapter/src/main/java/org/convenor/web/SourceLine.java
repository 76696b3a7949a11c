package org.convenor.web;

import java.util.List;
import java.util.stream.IntStream;
import org.convenor.runtime.ProtocolFiles.Remark;

/// One line of a protocol file, and what was remarked about it.
///
/// @param number counted from 1
record SourceLine(int number, String text, List<Remark> remarks) {
    SourceLine {
        remarks = List.copyOf(remarks);
    }

    /// All lines; none of an empty text.
    static List<SourceLine> of(String text, List<Remark> remarks) {
        var lines = text.isEmpty() ? List.<String>of() : text.lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .mapToObj(number ->
                        new SourceLine(
                                number,
                                lines.get(number - 1),
                                remarks.stream()
                                        .filter(remark ->
                                                Math.min(remark.line(), lines.size()) == number)
                                        .toList()))
                .toList();
    }

    boolean isWrong() {
        return remarks.stream().anyMatch(Remark::isError);
    }

    /// How the line is marked, or null if nothing was remarked.
    String kind() {
        return isWrong() ? "wrong" : remarks.isEmpty() ? "plain" : "asked";
    }
}
