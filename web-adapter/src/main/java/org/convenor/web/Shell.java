package org.convenor.web;

import java.time.Instant;
import java.util.Map;

/// What every page has around its content.
///
/// @param title of the window
/// @param csrf goes along with every form
record Shell(String title, Words words, Assets assets, String csrf, boolean signedIn, Instant now) {
    String say(String key) {
        return words.say(key);
    }

    String say(String key, String name, Object value) {
        return words.say(key, name, value);
    }

    String say(String key, Map<String, Object> values) {
        return words.say(key, values);
    }

    String asset(String name) {
        return assets.url(name);
    }
}
