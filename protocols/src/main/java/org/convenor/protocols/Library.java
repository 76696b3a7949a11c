package org.convenor.protocols;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/// The protocols that can be started by name.
public final class Library {
    /// Names the shipped files, one a line, so that no jar has to be searched.
    private static final String INDEX = "library.txt";

    private final List<Entry> entries;

    private Library(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// One protocol with the file it came from.
    ///
    /// @param text what a session stores
    /// @param hash of the text, as in [Loaded]
    /// @param summary one line: what it is called, for how many, how long
    public record Entry(Protocol protocol, String text, String hash, String summary) {}

    /// The protocols that come with Convenor. Reads and checks their files; ask once.
    public static Library shipped() {
        List<Entry> entries = new ArrayList<>();
        for (String file : new String(resource(INDEX), StandardCharsets.UTF_8).lines().toList()) {
            Loaded loaded = ProtocolFile.read(file, resource(file));
            Protocol protocol = loaded.protocol();
            if (protocol == null) {
                throw new IllegalStateException(
                        file + " is shipped with errors: " + loaded.remarks());
            }
            entries.add(new Entry(protocol, loaded.text(), loaded.hash(), Summary.of(protocol)));
        }
        return new Library(entries);
    }

    /// In the order they are offered.
    public List<Entry> all() {
        return entries;
    }

    /// The protocol of this name or alias, whatever its capitals, with spaces or hyphens; null if
    /// there is none.
    public @Nullable Entry find(String nameOrAlias) {
        String wanted = command(nameOrAlias);
        return entries.stream()
                .filter(entry -> names(entry).contains(wanted))
                .findFirst()
                .orElse(null);
    }

    /// The name that was probably meant, for "Did you mean …?"; null if none is near.
    public @Nullable String nearest(String misspelt) {
        return Nearest.to(
                command(misspelt),
                entries.stream().flatMap(entry -> names(entry).stream()).toList());
    }

    private static List<String> names(Entry entry) {
        List<String> names = new ArrayList<>(List.of(entry.protocol().id()));
        names.addAll(entry.protocol().aliases());
        return names;
    }

    private static String command(String typed) {
        return Section.small(typed).replace(' ', '-').replace('_', '-');
    }

    private static byte[] resource(String name) {
        try (InputStream in = Library.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("%s is not in the build".formatted(name));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
