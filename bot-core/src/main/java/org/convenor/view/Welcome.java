package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.Problem;

/// What people of chat platforms read on their way in.
public final class Welcome {
    /// Field of the introduction: how somebody is called.
    public static final String NAME = "name";

    /// Field of the introduction: one of the districts there are.
    public static final String DISTRICT = "district";

    /// Field of the introduction: a district that is not there yet.
    public static final String OTHER = "other";

    private static final int LONGEST = 80;

    private final Bundle bundle;

    private Welcome(Bundle bundle) {
        this.bundle = bundle;
    }

    public static Welcome in(Locale locale) {
        return new Welcome(Bundle.of(locale));
    }

    /// Asks somebody who they are.
    ///
    /// @param name as far as it is known
    /// @param districts that are there already
    public Form introduction(String name, List<String> districts, Press submit) {
        var fields = new ArrayList<Form.Field>();
        var text = new Form.Input.Text(LONGEST, false);
        fields.add(new Form.Field(NAME, bundle.text("chat.introduce.name"), "", text, true, name));
        var label = bundle.text("chat.introduce.district");
        var hint = bundle.text("chat.introduce.hint");
        if (districts.isEmpty()) {
            fields.add(new Form.Field(OTHER, label, hint, text, true, ""));
        } else {
            var options = districts.stream().map(one -> new Form.Option(one, one)).toList();
            var pick = new Form.Input.Pick(options, 1);
            fields.add(new Form.Field(DISTRICT, label, "", pick, false, ""));
            var other = bundle.text("chat.introduce.other");
            fields.add(new Form.Field(OTHER, other, hint, text, false, ""));
        }
        return new Form(
                bundle.text("chat.introduce.title"),
                bundle.text("chat.introduce.intro"),
                bundle.text("chat.introduce.visibility"),
                fields,
                bundle.text("chat.introduce.submit"),
                submit);
    }

    public Message linked() {
        return Message.text(bundle.text("chat.linked"));
    }

    public Problem unlinked() {
        return bundle.problem("chat.unlinked", Map.of());
    }

    /// Somebody named no channel where several could be meant.
    public Problem unclear() {
        return bundle.problem("chat.unclear", Map.of());
    }

    /// For somebody who is not known yet.
    public Message stranger() {
        return Message.text(bundle.text("page.stranger"));
    }

    /// Words of somebody who is not known yet were not taken.
    public Message introduceFirst(Press press) {
        return withButton(
                bundle.text("chat.introduce.first"), bundle.text("chat.introduce.button"), press);
    }

    /// A form could not be opened in time.
    public Message openAgain(Press press) {
        return withButton(bundle.text("chat.again"), bundle.text("chat.again.button"), press);
    }

    private static Message withButton(String words, String button, Press press) {
        var choice = new Part.Choice(button, press, Part.Emphasis.PRIMARY, null);
        return new Message(words, List.of(new Part.Text(words), new Part.Choices(List.of(choice))));
    }
}
