package org.convenor.web;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.convenor.chat.ChannelId;

/// Those who want to hear that something in a room changed. Safe for many threads; a call runs the
/// watchers, which must return at once.
public final class Watchers {
    private final Map<ChannelId, Set<Watch>> rooms = new ConcurrentHashMap<>();

    /// Calls `onChange` at every change of the room until closed.
    public Watch watch(ChannelId room, Runnable onChange) {
        var watch = new Watch(room, onChange);
        rooms.compute(
                room,
                (_, watches) -> {
                    var all = watches == null ? ConcurrentHashMap.<Watch>newKeySet() : watches;
                    all.add(watch);
                    return all;
                });
        return watch;
    }

    /// Something in this room changed.
    public void changed(ChannelId room) {
        rooms.getOrDefault(room, Set.of()).forEach(watch -> watch.onChange.run());
    }

    /// Something changed that may show in any room.
    public void changedEverywhere() {
        rooms.keySet().forEach(this::changed);
    }

    /// One watcher; closing it ends the calls.
    public final class Watch implements AutoCloseable {
        private final ChannelId room;
        private final Runnable onChange;

        private Watch(ChannelId room, Runnable onChange) {
            this.room = room;
            this.onChange = onChange;
        }

        @Override
        public void close() {
            rooms.computeIfPresent(
                    room,
                    (_, watches) -> {
                        watches.remove(this);
                        return watches.isEmpty() ? null : watches;
                    });
        }
    }
}
