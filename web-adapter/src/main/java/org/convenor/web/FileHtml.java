package org.convenor.web;

import java.nio.charset.StandardCharsets;
import org.convenor.chat.Form;
import org.convenor.chat.TextFile;

/// Renders what has to do with files: the field to hand one in, and the button to take one away.
final class FileHtml {
    private FileHtml() {}

    /// What a form needs that carries a file, or nothing.
    static String encoding(Form form) {
        return form.fields().stream().anyMatch(field -> field.input() instanceof Form.Input.File)
                ? " enctype=\"multipart/form-data\" hx-encoding=\"multipart/form-data\""
                : "";
    }

    /// A file to choose, or its text to paste.
    static String field(
            Form.Field field, String id, String label, String hint, String described, Words words) {
        var name = Text.escape(field.name());
        var inputs =
                """
                <label for="%s" class="sub">%s</label>\
                <input type="file" id="%s" name="%s%s" accept=".yaml,.yml,.txt,.csv,.tsv,.md,text/*"%s>\
                <label for="%s-p" class="sub">%s</label>\
                <textarea id="%s-p" name="%s%s" class="code" rows="6" dir="auto" spellcheck="false"\
                 autocomplete="off" wrap="off"%s>
                %s</textarea>\
                """
                        .formatted(
                                id,
                                Text.escape(words.say("file.choose")),
                                id,
                                FormHtml.ANSWER,
                                name,
                                described,
                                id,
                                Text.escape(words.say("file.paste")),
                                id,
                                FormHtml.PASTED,
                                name,
                                described,
                                Text.escape(pasted(field.value())));
        return FormHtml.group(label, hint, described, inputs);
    }

    private static String pasted(String value) {
        var bytes = Form.Input.File.decode(value);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /// A button that downloads a file which nobody keeps: the page sends the text and gets it back
    /// as a file, so that no script is needed.
    static String takeAway(TextFile file, Reading reading) {
        return """
        <form class="take-away" method="post" enctype="multipart/form-data" action="%s"><input type="hidden" name="csrf" value="%s">\
        <input type="hidden" name="name" value="%s"><textarea name="text" hidden>
        %s</textarea><button class="button">%s</button></form>\
        """
                .formatted(
                        Text.escape(reading.action("take-away")),
                        Text.escape(reading.csrf()),
                        Text.escape(file.name()),
                        Text.escape(file.text()),
                        Text.escape(reading.words().say("file.download", "name", file.name())));
    }
}
