package org.convenor.chat;

/// A file of plain text that is handed to somebody.
///
/// @param name with its ending, without folders
/// @param mediaType for example `application/yaml`
public record TextFile(String name, String mediaType, String text) {
    public static TextFile yaml(String name, String text) {
        return new TextFile(name + ".yaml", "application/yaml", text);
    }

    public static TextFile plain(String name, String text) {
        return new TextFile(name + ".txt", "text/plain", text);
    }
}
