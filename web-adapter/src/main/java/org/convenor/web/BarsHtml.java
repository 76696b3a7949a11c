package org.convenor.web;

import java.util.List;
import java.util.stream.Collectors;
import org.convenor.chat.Part;

/// Renders counts as bars. The bar is an ornament: the count beside it says the same in words.
final class BarsHtml {
    private BarsHtml() {}

    static String render(List<Part.Bar> bars) {
        return bars.stream()
                .map(BarsHtml::bar)
                .collect(Collectors.joining("", "<ul class=\"bars\">", "</ul>"));
    }

    private static String bar(Part.Bar bar) {
        var who =
                bar.who().isEmpty()
                        ? ""
                        : "<span class=\"voters\" dir=\"auto\">%s</span>"
                                .formatted(Text.escape(bar.who()));
        return """
        <li%s><span class="counted" dir="auto">%s</span><span class="much">%s</span>\
        <progress class="length" max="%d" value="%d" aria-hidden="true"></progress>%s</li>\
        """
                .formatted(
                        bar.best() ? " class=\"best\"" : "",
                        Text.words(bar.label()),
                        Text.escape(bar.count()),
                        bar.whole(),
                        bar.value(),
                        who);
    }
}
