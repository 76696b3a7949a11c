package org.convenor.web;

import java.util.List;
import java.util.stream.Collectors;
import org.convenor.chat.Part;

/// Renders groups as cards: who is in each, where it is, and how long that lasts.
final class GroupsHtml {
    private GroupsHtml() {}

    static String render(List<Part.GroupLine> groups, Reading reading) {
        return groups.stream()
                .map(group -> group(group, reading))
                .collect(Collectors.joining("", "<ul class=\"groups\">", "</ul>"));
    }

    private static String group(Part.GroupLine group, Reading reading) {
        var own =
                group.own()
                        ? " <span class=\"yours\">%s</span>"
                                .formatted(Text.escape(reading.words().say("group.yours")))
                        : "";
        var state =
                group.state().isEmpty()
                        ? ""
                        : "<span class=\"state\" dir=\"auto\">%s</span>"
                                .formatted(Text.escape(group.state()));
        var clock = group.clock() == null ? "" : Html.deadline(group.clock(), reading);
        return """
        <li class="%s"><p class="group-head"><span class="group-name">%s</span>%s%s</p>\
        <p class="members">%s</p>%s%s</li>\
        """
                .formatted(
                        looks(group),
                        Text.escape(group.name()),
                        own,
                        state,
                        members(group.people()),
                        clock,
                        choices(group, reading));
    }

    private static String looks(Part.GroupLine group) {
        return "group" + (group.own() ? " own" : "") + (group.done() ? " done" : "");
    }

    private static String members(List<String> people) {
        return people.stream()
                .map(name -> "<bdi>%s</bdi>".formatted(Text.escape(name)))
                .collect(Collectors.joining(", "));
    }

    private static String choices(Part.GroupLine group, Reading reading) {
        return group.choices().isEmpty()
                ? ""
                : group.choices().stream()
                        .map(choice -> FormHtml.button(choice, reading))
                        .collect(Collectors.joining("", "<div class=\"choices\">", "</div>"));
    }
}
