package org.convenor.web;

import jakarta.servlet.http.HttpServlet;
import java.util.Map;

/// What other platforms have on the one port, beside the room.
///
/// @param doorways by path
/// @param servlets by path; nothing of the room stands before them, so they must know for
///   themselves who calls
public record Beside(Map<String, Doorway> doorways, Map<String, HttpServlet> servlets) {
    /// Nothing but the room.
    public static final Beside NOTHING = new Beside(Map.of(), Map.of());

    public Beside {
        doorways = Map.copyOf(doorways);
        servlets = Map.copyOf(servlets);
    }
}
