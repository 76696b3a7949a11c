package org.convenor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convenor.protocol.Mode;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Role;
import org.convenor.protocol.Step;
import org.convenor.runtime.ProtocolFiles.Checked;
import org.convenor.runtime.ProtocolFiles.Remark;
import org.jspecify.annotations.Nullable;

/// Reads one text of [FakeFiles].
final class FakeReading {
    private final String text;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String id = "";
    private int version = 1;

    FakeReading(String text) {
        this.text = text;
        var lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            line(number, lines.get(number - 1));
        }
        if (id.isEmpty() || steps.isEmpty()) {
            remarks.addFirst(new Remark(1, true, "This is no protocol."));
        }
    }

    private void line(int number, String line) {
        var parts = line.split(": ", 2);
        switch (parts[0]) {
            case "protocol" -> id = parts[1];
            case "also named" -> aliases.add(parts[1]);
            case "version" -> version = Integer.parseInt(parts[1]);
            case "say" -> steps.add(Steps.say(parts[1], Steps.minutes(1, 1)));
            default -> {
                boolean question = line.startsWith("?");
                remarks.add(
                        new Remark(
                                number,
                                !question,
                                question ? "Did you mean this?" : "I do not know *" + line + "*."));
            }
        }
    }

    Checked checked() {
        boolean fine = remarks.stream().noneMatch(Remark::isError);
        return new Checked(fine ? protocol() : null, text, "hash" + text.hashCode(), remarks);
    }

    private @Nullable Protocol protocol() {
        return new Protocol(
                id,
                aliases,
                version,
                "The " + id,
                "To try it.",
                null,
                null,
                new PeopleRange(null, null, null, null, null, null),
                List.of(new Role("facilitator", Role.Holder.STARTER, "the person who starts")),
                Set.of(Mode.LIVE),
                List.of(),
                steps);
    }
}
