package org.convenor.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/// A message as Slack takes it.
///
/// @param text what notifications and screen readers say; never empty
record Rendered(String text, List<LayoutBlock> blocks) {
    Rendered {
        blocks = List.copyOf(blocks);
    }
}
