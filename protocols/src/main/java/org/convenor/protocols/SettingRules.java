package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import org.convenor.protocol.Setting;

/// Rules about settings.
final class SettingRules {
    private final Header header;
    private final Texts texts;

    SettingRules(Header header, Texts texts) {
        this.header = header;
        this.texts = texts;
    }

    void unused() {
        if (!(header.section().node("settings") instanceof Node.Mapping mapping)) {
            return;
        }
        for (Setting setting : header.settings()) {
            if (!texts.uses(setting.name())) {
                mapping.entries().stream()
                        .filter(entry -> entry.key().equals(setting.name()))
                        .findFirst()
                        .ifPresent(entry -> unused(setting, entry.line()));
            }
        }
    }

    private void unused(Setting setting, int line) {
        header.section()
                .warning(
                        line,
                        "No step uses the setting %s. Write “{%s}” where its value belongs, or delete it."
                                .formatted(quoted(setting.name()), setting.name()));
    }
}
