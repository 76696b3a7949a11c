package org.convenor.slack;

import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import org.jspecify.annotations.Nullable;

/// How a stretch of rich text looks.
record Style(boolean bold, boolean italic) {
    static final Style PLAIN = new Style(false, false);
    static final Style BOLD = new Style(true, false);
    static final Style ITALIC = new Style(false, true);

    Style withBold() {
        return new Style(true, italic);
    }

    Style withItalic() {
        return new Style(bold, true);
    }

    /// As Slack takes it; null for plain text.
    @Nullable TextStyle of() {
        return this.equals(PLAIN) ? null : TextStyle.builder().bold(bold).italic(italic).build();
    }
}
