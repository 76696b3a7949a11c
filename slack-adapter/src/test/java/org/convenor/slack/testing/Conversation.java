package org.convenor.slack.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A channel or a direct message. Guarded by its workspace.
final class Conversation {
    final String id;
    final String name;
    final boolean direct;
    final Set<String> members = new LinkedHashSet<>();
    final Map<String, FakeMessage> messages = new LinkedHashMap<>();
    final List<Whispered> ephemerals = new ArrayList<>();
    boolean archived;
    boolean hidden;

    Conversation(String id, String name, boolean direct) {
        this.id = id;
        this.name = name;
        this.direct = direct;
    }

    /// Seen by one person until they reload.
    record Whispered(String user, FakeMessage message) {}

    List<FakeMessage> thread(@Nullable String root) {
        return messages.values().stream()
                .filter(one -> root == null ? one.thread() == null : root.equals(one.thread()))
                .toList();
    }
}
