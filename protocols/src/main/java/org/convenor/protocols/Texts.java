package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Setting;
import org.jspecify.annotations.Nullable;

/// Reads what people will read: not longer than chat shows in one piece, and naming only settings
/// there are.
final class Texts {
    /// What Slack and Teams show in one piece, with room for what Convenor adds.
    static final int TEXT = 2000;

    static final int READ_ALOUD = 500;
    static final int TITLE = 80;
    static final int NAME = 80;

    private static final Pattern CURLY = Pattern.compile("\\{([^{}]*)\\}");

    private final List<Setting> settings;
    private final Set<String> used = new HashSet<>();

    Texts(List<Setting> settings) {
        this.settings = settings;
    }

    /// The words after the key, or null if there are none or they hold a list.
    @Nullable String read(Section section, String key, int longest) {
        String text = section.words(key);
        if (text == null) {
            return null;
        }
        tooLong(section, key, text, longest);
        Matcher curly = CURLY.matcher(text);
        while (curly.find()) {
            name(section, key, curly.group(1).strip());
        }
        return text;
    }

    static void tooLong(Section section, String key, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            section.error(
                    key,
                    "The text after %s has %,d characters. Chat shows at most %,d of it in one piece; shorten it%s."
                            .formatted(
                                    quoted(section.written(key)),
                                    length,
                                    longest,
                                    longest == TEXT ? ", or split it into two steps" : ""));
        }
    }

    private void name(Section section, String key, String name) {
        List<String> names = settings.stream().map(Setting::name).toList();
        if (names.contains(name)) {
            used.add(name);
            return;
        }
        section.error(
                key,
                "The text names the setting “{%s}”, but there is no such setting. %s"
                        .formatted(
                                name,
                                Nearest.to(name, names) == null
                                        ? "Add “%s: required” under “settings:”, or leave the curly brackets out."
                                                .formatted(name)
                                        : "Did you mean “{%s}”?"
                                                .formatted(Nearest.to(name, names))));
    }

    /// Whether some text names this setting in curly brackets.
    boolean uses(String setting) {
        return used.contains(setting);
    }

    /// The list of this name in the settings, or null; counts as its use.
    @Nullable Setting list(String name) {
        for (Setting setting : settings) {
            if (Section.small(setting.name()).equals(Section.small(name))
                    && !setting.options().isEmpty()) {
                used.add(setting.name());
                return setting;
            }
        }
        return null;
    }

    List<String> listNames() {
        return settings.stream()
                .filter(setting -> !setting.options().isEmpty())
                .map(Setting::name)
                .toList();
    }
}
