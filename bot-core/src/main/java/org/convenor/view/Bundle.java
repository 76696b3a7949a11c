package org.convenor.view;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.convenor.chat.Problem;

/// Convenor's words in one language, from the bundle `messages`. Thread-safe.
public final class Bundle {
    private static final Map<Locale, Bundle> LOADED = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle patterns;

    private Bundle(Locale locale) {
        this.locale = locale;
        this.patterns =
                ResourceBundle.getBundle(
                        "org.convenor.view.messages",
                        locale,
                        Bundle.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The bundle for a language; English where there is no translation.
    public static Bundle of(Locale locale) {
        return LOADED.computeIfAbsent(locale, Bundle::new);
    }

    public Locale locale() {
        return locale;
    }

    /// A text without values.
    public String text(String key) {
        return text(key, Map.of());
    }

    /// A text with its values filled in.
    ///
    /// @throws java.util.MissingResourceException if there is no such text: a bug, found by the
    ///   test that reads all keys
    public String text(String key, Map<String, ?> values) {
        var pattern = patterns.getString(key);
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, locale).format(values);
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /// A problem of three sentences: the texts `key.what`, `key.meaning` and `key.remedy`.
    public Problem problem(String key, Map<String, ?> values) {
        return new Problem(
                text(key + ".what", values),
                text(key + ".meaning", values),
                text(key + ".remedy", values));
    }
}
