package org.convenor.chat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Questions answered together.
///
/// @param intro what is asked, in the small Markdown of [Part.Text]; may be empty
/// @param visibility one line that says who will see the answer; may be empty
/// @param submit what the form carries back; its answers come as texts by field name
public record Form(
        String title,
        String intro,
        String visibility,
        List<Field> fields,
        String submitLabel,
        Press submit) {
    public Form {
        fields = List.copyOf(fields);
    }

    /// One question of a form.
    ///
    /// @param name key of its answer
    /// @param hint a short example, or empty
    /// @param value what is there already, or empty
    public record Field(
            String name, String label, String hint, Input input, boolean required, String value) {}

    /// How a field is answered. Every answer is text: an option's value, an ISO date, a whole
    /// number, the bytes of a file.
    public sealed interface Input {
        /// @param maxLength in characters
        record Text(int maxLength, boolean manyLines) implements Input {}

        /// One of the options, or up to `most` of them, joined by line feeds.
        record Pick(List<Option> options, int most) implements Input {
            public Pick {
                options = List.copyOf(options);
            }
        }

        /// A whole number from `from` to `to`; both ends have words.
        record Scale(int from, int to, String low, String high) implements Input {}

        /// An ISO date such as `2026-11-22`.
        record Date() implements Input {}

        /// A file that is chosen, or pasted as text. Its answer is the file's bytes in Base64: what
        /// is no text, or stored in another encoding, must arrive as it is.
        ///
        /// @param mostBytes how large the file may be
        record File(int mostBytes) implements Input {
            /// Bytes as the answer carries them.
            public static String encode(byte[] bytes) {
                return Base64.getEncoder().encodeToString(bytes);
            }

            /// What [#encode] was given, or null if the answer is something else.
            public static byte @Nullable [] decode(String answer) {
                try {
                    return Base64.getDecoder().decode(answer);
                } catch (IllegalArgumentException _) {
                    return null;
                }
            }
        }
    }

    /// @param value what is sent back
    public record Option(String value, String label) {}

    /// The value of a field that was sent, or null.
    public static @Nullable String value(Map<String, String> values, Field field) {
        return values.get(field.name());
    }
}
