package org.convenor.protocols;

import java.util.List;

/// Remembers what a step that could not be read would have saved and decided, so that later steps
/// are not blamed for speaking of it.
final class Skipped {
    private static final List<String> UNSURE = List.of("decide", "group");

    private Skipped() {}

    static void remember(Node node, Section step, Place place, Reading reading) {
        switch (node) {
            case Node.Words _ -> {}
            case Node.Listing list ->
                    list.items().forEach(item -> remember(item, step, place, reading));
            case Node.Mapping mapping -> {
                for (Node.Entry entry : mapping.entries()) {
                    remember(entry, step, place, reading);
                    remember(entry.value(), step, place, reading);
                }
            }
        }
    }

    private static void remember(Node.Entry entry, Section step, Place place, Reading reading) {
        String key = Section.small(entry.key());
        if (key.equals("save as") && entry.value() instanceof Node.Words(int _, String name)) {
            reading.saved().put(new Kept(name, null, step, place));
        } else if (Nearest.to(key, UNSURE) != null) {
            reading.past().unread();
        }
    }
}
