package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Setting;

/// Reads what the facilitator fills in at the start.
final class SettingsReader {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_VALUE = 500;

    private final Section header;
    private final Remarks remarks;

    SettingsReader(Section header, Remarks remarks) {
        this.header = header;
        this.remarks = remarks;
    }

    List<Setting> read() {
        Node node = header.node("settings");
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Node.Mapping mapping)) {
            header.error(
                    "settings",
                    "After “settings:” write one setting on each line, for example “question: required”.");
            return List.of();
        }
        Section settings = new Section(mapping, remarks);
        settings.named("Settings: ");
        List<Setting> read = new ArrayList<>();
        for (String key : settings.keys()) {
            read.add(setting(settings, key));
        }
        return read;
    }

    private static Setting setting(Section settings, String key) {
        String name = settings.written(key);
        if (name.length() > LONGEST_NAME || name.contains("{") || name.contains("}")) {
            settings.error(
                    key,
                    "The name %s is too long or holds curly brackets. Use a few plain words."
                            .formatted(quoted(name)));
        }
        if (settings.node(key) instanceof Node.Listing) {
            List<String> options =
                    Listed.words(settings, key).stream()
                            .map(Node.Words::text)
                            .map(String::strip)
                            .toList();
            if (options.size() < 2) {
                settings.error(
                        key, "The list %s needs at least two entries.".formatted(quoted(name)));
            }
            return new Setting(name, false, null, options);
        }
        String value = settings.words(key);
        if (value == null) {
            return new Setting(name, true, null, List.of());
        }
        Texts.tooLong(settings, key, value, LONGEST_VALUE);
        boolean required = Section.small(value).equals("required");
        return new Setting(name, required, required ? null : value, List.of());
    }
}
