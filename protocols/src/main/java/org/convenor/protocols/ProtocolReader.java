package org.convenor.protocols;

import java.util.List;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Makes a checked protocol of the shape of a file.
final class ProtocolReader {
    /// The version of the language that this Convenor speaks.
    private static final int LANGUAGE = 1;

    private ProtocolReader() {}

    /// The protocol, or null after an error was remarked.
    static @Nullable Protocol read(Node root, Remarks remarks) {
        if (!(root instanceof Node.Mapping mapping)) {
            remarks.error(
                    root.line(),
                    "This file is no protocol. A protocol starts with “protocol: ” and its name, and lists its steps under “steps:”.");
            return null;
        }
        Section section = new Section(mapping, remarks);
        if (!section.has("protocol") && !section.has("steps")) {
            remarks.error(
                    root.line(),
                    "This file is no protocol. A protocol starts with “protocol: ” and its name, and lists its steps under “steps:”.");
            return null;
        }
        if (section.read("language", LANGUAGE, ProtocolReader::language) > LANGUAGE) {
            return null;
        }
        Header header = new HeaderReader(section, remarks).read();
        Reading reading = new Reading(header, remarks);
        List<StepDraft> drafts = new StepReader(reading).read();
        new Checks(reading, drafts).run();
        if (remarks.failed()) {
            return null;
        }
        List<Step> steps =
                drafts.stream()
                        .filter(draft -> draft.beside() == null)
                        .map(StepDraft::step)
                        .toList();
        Protocol protocol = header.with(steps);
        new LengthRules(header, protocol).check();
        return remarks.failed() ? null : protocol;
    }

    private static int language(String words) throws Misread {
        if (!words.matches("[1-9]\\d{0,3}")) {
            throw new Misread(
                    "is not a version of the language. Write “language: %d”.".formatted(LANGUAGE));
        }
        int language = Integer.parseInt(words);
        if (language > LANGUAGE) {
            throw new Misread(
                    "is newer than this Convenor, which reads language %d. Update Convenor, or use an older copy of the file."
                            .formatted(LANGUAGE));
        }
        return language;
    }
}
