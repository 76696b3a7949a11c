package org.convenor.web;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The pages' own texts in one language, from the bundle `pages`.
final class Words {
    /// The language of the server's own system is nobody's choice.
    private static final ResourceBundle.Control NO_DETOUR =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("org.convenor.web.pages", locale, NO_DETOUR);
    }

    Locale locale() {
        return locale;
    }

    String say(String key) {
        return say(key, Map.of());
    }

    String say(String key, String name, Object value) {
        return say(key, Map.of(name, value));
    }

    String say(String key, Map<String, Object> values) {
        return new MessageFormat(bundle.getString(key), locale).format(new HashMap<>(values));
    }
}
