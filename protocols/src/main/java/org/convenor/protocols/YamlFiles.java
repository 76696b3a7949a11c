package org.convenor.protocols;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.ProtocolFiles;
import org.jspecify.annotations.Nullable;

/// Protocol files as the bot asks about them.
public final class YamlFiles implements ProtocolFiles {
    /// Used in words only: what is pasted has no name.
    private static final String NAMELESS = "";

    /// What a protocol is called whose name gives no id.
    private static final String OTHERWISE = "our-protocol";

    private static final Pattern NAME = header("protocol");
    private static final Pattern VERSION = header("version");
    private static final Pattern ALIASES =
            Pattern.compile("(?mi)^also named[ \\t]*:.*\\R(?:[ \\t-].*\\R)*");

    private static Pattern header(String key) {
        return Pattern.compile("(?mi)^" + key + "[ \\t]*:.*$");
    }

    @Override
    public Checked check(byte[] file) {
        return checked(ProtocolFile.read(NAMELESS, file));
    }

    private static Checked checked(Loaded loaded) {
        var remarks = loaded.remarks().stream().map(YamlFiles::remark).toList();
        return new Checked(loaded.protocol(), loaded.text(), loaded.hash(), remarks);
    }

    private static ProtocolFiles.Remark remark(org.convenor.protocols.Remark remark) {
        boolean isError = remark.severity() == Severity.ERROR;
        return new ProtocolFiles.Remark(remark.line(), isError, remark.text());
    }

    @Override
    public boolean isTable(byte[] file) {
        return ProtocolTable.isTable(new String(file, StandardCharsets.UTF_8));
    }

    /// Its id follows from its name, as far as that has letters which can be typed anywhere.
    @Override
    public Checked checkTable(byte[] table, String name, String purpose) {
        var top = new ProtocolTable.Top(id(name), name, purpose);
        return checked(ProtocolTable.read(top, table));
    }

    private static String id(String name) {
        var proposal = HeaderReader.proposal(name);
        var id =
                proposal.substring(0, Math.min(HeaderReader.LONGEST_ID, proposal.length()))
                        .replaceAll("-$", "");
        return id.isEmpty() ? OTHERWISE : id;
    }

    /// Comments and everything else stay as they are; only the other names go, since they are
    /// taken.
    @Override
    public String copy(String text, String id) {
        var named = NAME.matcher(text).replaceFirst("protocol: " + id);
        var numbered = VERSION.matcher(named).replaceFirst("version: 1");
        return ALIASES.matcher(numbered).replaceFirst("");
    }

    @Override
    public boolean isName(String id) {
        return HeaderReader.isId(id);
    }

    @Override
    public String summary(Protocol protocol) {
        return Summary.facts(protocol);
    }

    @Override
    public @Nullable String nearest(String misspelt, Collection<String> names) {
        return Nearest.to(misspelt, names);
    }
}
