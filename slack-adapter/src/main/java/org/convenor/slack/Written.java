package org.convenor.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody wrote, as they see it: Slack sends marks for links, people and channels.
final class Written {
    private static final Pattern MARK = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");
    private static final Pattern FIRST_MENTION = Pattern.compile("^\\s*<@[A-Z0-9]+(?:\\|[^>]*)?>");

    private Written() {}

    /// The words of a message, with a line for each file.
    static String words(JsonObject message) {
        var words = new StringBuilder(plain(text(message, "text")));
        var files = message.get("files");
        if (files != null && files.isJsonArray()) {
            addFiles(files.getAsJsonArray(), words);
        }
        return words.toString().strip();
    }

    private static void addFiles(JsonArray files, StringBuilder words) {
        for (var one : files) {
            var file = one.getAsJsonObject();
            var link = text(file, "permalink");
            if (!link.isEmpty()) {
                words.append('\n').append(text(file, "name")).append(' ').append(link);
            }
        }
    }

    /// A line that begins with the name of our app, without it.
    static String withoutMention(JsonObject message) {
        return plain(FIRST_MENTION.matcher(text(message, "text")).replaceFirst(""));
    }

    static String plain(String sent) {
        var text =
                MARK.matcher(sent)
                        .replaceAll(mark -> {
                            var label = mark.group(2);
                            var target = mark.group(1);
                            var shown =
                                    label == null || label.isEmpty()
                                            ? target.replaceFirst("^mailto:", "")
                                            : target.startsWith("http")
                                                    ? labelled(label, target)
                                                    : sign(target) + label;
                            return Matcher.quoteReplacement(shown);
                        });
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
    }

    private static String labelled(String label, String target) {
        return target.endsWith(label) ? target : label + " (" + target + ")";
    }

    private static String sign(String target) {
        return target.startsWith("@") || target.startsWith("#") ? target.substring(0, 1) : "";
    }

    /// A text of a JSON object, or empty if it has none of that name.
    static String text(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }

    /// An object within another; empty if there is none of that name.
    static JsonObject object(JsonObject json, String name) {
        var value = json.get(name);
        return value == null || !value.isJsonObject() ? new JsonObject() : value.getAsJsonObject();
    }
}
