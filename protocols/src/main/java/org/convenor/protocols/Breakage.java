package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says in plain words where the parser lost the thread. Its own words name tokens and productions.
final class Breakage {
    private Breakage() {}

    static void remark(YamlEngineException broken, String text, Remarks remarks) {
        if (!(broken instanceof MarkedYamlEngineException marked)) {
            remarks.error(
                    1,
                    "I cannot read this file as a protocol. Start from a copy of one that works.");
            return;
        }
        String context = String.valueOf(marked.getContext());
        String problem = String.valueOf(marked.getProblem());
        int end = line(marked.getProblemMark());
        int start = line(marked.getContextMark().or(marked::getProblemMark));
        if (context.contains("quoted scalar")) {
            remarks.error(
                    start,
                    "A quotation mark opens here and never closes properly. Close it, or leave it out.");
        } else if (problem.contains("mapping values")) {
            remarks.error(end, TextTraps.COLON);
        } else if (context.contains("simple key")) {
            remarks.error(
                    start,
                    "This line has no colon, so I do not know what it is: %s. Write a name, a colon and a space before it, or indent it under the text it belongs to."
                            .formatted(quoted(lineOf(text, start))));
        } else if (context.contains("flow")) {
            remarks.error(
                    start,
                    "A bracket opens here and never closes. Put the text in “quotes”, or close it.");
        } else {
            remarks.error(
                    Math.min(end, (int) text.lines().count()),
                    "I lose the thread in this line. Usually it starts with one space too many or too few: entries"
                            + " that belong together begin below each other.");
        }
    }

    private static String lineOf(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}
