package org.convenor.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import org.convenor.view.CardWords;

/// Makes blocks fit into one message: what can be read is cut at the end, what can be pressed
/// stays.
final class Fit {
    private Fit() {}

    /// How much is left.
    private record Room(int blocks, int json) {
        Room without(LayoutBlock block) {
            return new Room(blocks - 1, json - Json.size(block));
        }

        boolean takes(LayoutBlock block) {
            return blocks > 0 && Json.size(block) <= json;
        }
    }

    static List<LayoutBlock> message(List<LayoutBlock> blocks, CardWords words) {
        var whole = new Room(Limits.BLOCKS_PER_MESSAGE, Limits.JSON_PER_MESSAGE);
        if (blocks.size() <= whole.blocks()
                && blocks.stream().mapToInt(Json::size).sum() <= whole.json()) {
            return blocks;
        }
        var note = RichText.line(List.of(Inline.text(words.cut(), Style.ITALIC)));
        return cut(blocks, note, whole.without(note));
    }

    private static List<LayoutBlock> cut(List<LayoutBlock> blocks, LayoutBlock note, Room room) {
        var kept = new ArrayList<LayoutBlock>();
        for (var block : blocks) {
            if (block instanceof ActionsBlock && room.takes(block)) {
                kept.add(block);
                room = room.without(block);
            }
        }
        var fitting = new ArrayList<LayoutBlock>();
        boolean full = false;
        for (var block : blocks) {
            if (block instanceof ActionsBlock) {
                if (kept.remove(block)) {
                    fitting.add(block);
                }
            } else if (!full && room.takes(block)) {
                fitting.add(block);
                room = room.without(block);
            } else if (!full) {
                full = true;
                dropDivider(fitting);
                fitting.add(note);
            }
        }
        return fitting;
    }

    private static void dropDivider(List<LayoutBlock> blocks) {
        if (!blocks.isEmpty() && blocks.getLast() instanceof DividerBlock) {
            blocks.removeLast();
        }
    }
}
