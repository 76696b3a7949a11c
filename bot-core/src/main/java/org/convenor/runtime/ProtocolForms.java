package org.convenor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.view.Bundle;
import org.convenor.view.ProtocolCard;

/// The forms with which protocols are copied and files are handed in.
final class ProtocolForms {
    /// Far more than a protocol has; the checker has its own, smaller limit and says why.
    static final int MOST_BYTES = 1_000_000;

    static final String FROM = "from";
    static final String AS = "as";
    static final String FILE = "file";
    static final String NAME = "name";
    static final String PURPOSE = "purpose";

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PURPOSE = 1_000;

    private ProtocolForms() {}

    /// @param from the protocol that is marked already; may be none of them
    static Form copy(Bundle bundle, ChannelId room, List<ProtocolCard> all, String from) {
        var options = all.stream().map(one -> new Form.Option(one.id(), one.name())).toList();
        return new Form(
                bundle.text("protocol.copy.title"),
                "",
                "",
                List.of(
                        field(FROM, bundle.text("protocol.copy.from"), "", options, from),
                        new Form.Field(
                                AS,
                                bundle.text("protocol.copy.as"),
                                bundle.text("protocol.copy.as.hint"),
                                new Form.Input.Text(LONGEST_ID, false),
                                true,
                                "")),
                bundle.text("protocol.copy.send"),
                ProtocolVerb.COPY.press(room, ""));
    }

    private static Form.Field field(
            String name, String label, String hint, List<Form.Option> options, String value) {
        return new Form.Field(name, label, hint, new Form.Input.Pick(options, 1), true, value);
    }

    /// One field for a file.
    ///
    /// @param send what sends it
    static Form file(Bundle bundle, ChannelId room, ProtocolVerb send) {
        return form(bundle, room, send, List.of(fileField(bundle, "")));
    }

    /// The same file once more, which is a table, and what a table does not say.
    ///
    /// @param act what was sent
    static Form table(Bundle bundle, ChannelId room, ProtocolVerb send, ProtocolAct act) {
        var fields = new ArrayList<Form.Field>();
        fields.add(text(NAME, bundle.text("protocol.table.name"), LONGEST_NAME, act.value(NAME)));
        fields.add(
                text(
                        PURPOSE,
                        bundle.text("protocol.table.purpose"),
                        LONGEST_PURPOSE,
                        act.value(PURPOSE)));
        fields.add(fileField(bundle, act.value(FILE)));
        return new Form(
                bundle.text("protocol.table.title"),
                bundle.text("protocol.table.intro"),
                "",
                fields,
                bundle.text("protocol.send", Map.of("verb", send.name())),
                send.press(room, ""));
    }

    private static Form.Field text(String name, String label, int most, String value) {
        return new Form.Field(name, label, "", new Form.Input.Text(most, false), true, value);
    }

    private static Form.Field fileField(Bundle bundle, String value) {
        return new Form.Field(
                FILE,
                bundle.text("protocol.file"),
                bundle.text("protocol.file.hint"),
                new Form.Input.File(MOST_BYTES),
                true,
                value);
    }

    private static Form form(
            Bundle bundle, ChannelId room, ProtocolVerb send, List<Form.Field> fields) {
        var verb = Map.of("verb", send.name());
        return new Form(
                bundle.text("protocol.form.title", verb),
                bundle.text("protocol.form.intro", verb),
                bundle.text("protocol.form.private"),
                fields,
                bundle.text("protocol.send", verb),
                send.press(room, ""));
    }
}
