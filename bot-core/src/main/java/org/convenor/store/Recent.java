package org.convenor.store;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The values used last, by key. A key must name the same value for ever. Safe for many threads.
final class Recent<K, V> {
    private final int most;
    private final LinkedHashMap<K, V> values = new LinkedHashMap<>(64, 0.75f, true);

    Recent(int most) {
        this.most = most;
    }

    synchronized @Nullable V get(K key) {
        return values.get(key);
    }

    synchronized void put(K key, V value) {
        values.put(key, value);
        if (values.size() > most) {
            values.pollFirstEntry();
        }
    }
}
