package org.convenor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/// Tells whether another site made the browser send a request.
final class Origin {
    private Origin() {}

    /// Browsers say where a request comes from in one of two ways; programs say nothing and are
    /// held by the token alone. A page without referrer sends the origin `null`, so that says
    /// nothing either.
    static boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeader("Origin");
        return origin != null && !origin.equals("null") && !isOurs(origin, request);
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null
                    && (authority.equalsIgnoreCase(request.getHeader("Host"))
                            || authority.equalsIgnoreCase(request.getHeader("X-Forwarded-Host")));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
