package org.convenor.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.convenor.session.Group;

/// Who was in which group, for the record.
final class RecordGroups {
    private RecordGroups() {}

    /// @param step index of the `group` step; any other one adds nothing
    static void add(Scene scene, int step, StringBuilder text) {
        var moments = new LinkedHashMap<Integer, List<Group>>();
        scene.session().groups().values().stream()
                .filter(group -> group.step() == step)
                .forEach(group ->
                        moments.computeIfAbsent(group.formed(), _ -> new ArrayList<>()).add(group));
        if (moments.isEmpty()) {
            return;
        }
        RecordView.heading(text, scene.session().protocol().steps().get(step).title());
        for (var groups : moments.values()) {
            groups.forEach(group -> line(scene, group, text));
            text.append('\n');
        }
    }

    private static void line(Scene scene, Group group, StringBuilder text) {
        text.append("- **").append(Markdown.line(scene.groupName(group.number()))).append(":** ");
        text.append(Markdown.line(people(scene, group))).append('\n');
    }

    /// Also those who left since: they were there.
    private static String people(Scene scene, Group group) {
        return group.members().stream().map(scene::name).collect(Collectors.joining(", "));
    }
}
