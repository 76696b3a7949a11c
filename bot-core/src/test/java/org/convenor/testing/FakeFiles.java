package org.convenor.testing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.ProtocolFiles;
import org.jspecify.annotations.Nullable;

/// Files of a language with four words: `protocol: NAME`, `also named: NAME`, `version: N` and
/// `say: TITLE`, one a line. A line that begins with `?` is a warning, any other is an error.
public final class FakeFiles implements ProtocolFiles {
    private static final Pattern LINE = Pattern.compile("(protocol|also named|version|say): (.+)");

    @Override
    public Checked check(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return new FakeReading(text).checked();
        } catch (CharacterCodingException _) {
            var remark = new Remark(1, true, "A letter in this line is not stored as UTF-8.");
            return new Checked(null, "", "hash-of-nothing", List.of(remark));
        }
    }

    @Override
    public boolean isTable(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).startsWith("kind,");
    }

    @Override
    public Checked checkTable(byte[] table, String name, String purpose) {
        var id = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return check(
                ("protocol: " + id + "\nsay: From a table\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String copy(String text, String id) {
        return LINE.matcher(text)
                .replaceFirst("protocol: " + id)
                .replaceAll("also named: .+\n", "")
                .replaceAll("version: .+", "version: 1");
    }

    @Override
    public boolean isName(String id) {
        return id.matches("[a-z0-9]+(-[a-z0-9]+)*") && id.length() <= 40;
    }

    @Override
    public String summary(Protocol protocol) {
        return "For anybody, 1 min live.";
    }

    @Override
    public @Nullable String nearest(String misspelt, Collection<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(misspelt.substring(0, 1)))
                .findFirst()
                .orElse(null);
    }
}
