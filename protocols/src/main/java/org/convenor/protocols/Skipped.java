package org.convenor.protocols;

import java.util.ArrayList;
import java.util.List;

/// What a step that could not be read would have saved, so that later steps are not blamed for
/// naming it.
final class Skipped {
    private Skipped() {}

    static List<String> names(Node node) {
        List<String> names = new ArrayList<>();
        collect(node, names);
        return names;
    }

    private static void collect(Node node, List<String> names) {
        switch (node) {
            case Node.Words _ -> {}
            case Node.Listing list -> list.items().forEach(item -> collect(item, names));
            case Node.Mapping mapping -> {
                for (Node.Entry entry : mapping.entries()) {
                    if (Section.small(entry.key()).equals("save as")
                            && entry.value() instanceof Node.Words(int _, String name)) {
                        names.add(name);
                    }
                    collect(entry.value(), names);
                }
            }
        }
    }
}
