package org.convenor.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Knows browsers by their cookies.
final class Logins {
    private static final String LOGIN = "convenor";

    /// Known before anybody signs in, so that the forms for that are protected too.
    private static final String VISIT = "convenor-visit";

    private static final Duration KEPT = Duration.ofDays(400);

    private final Backend backend;
    private final SecureRandom random = new SecureRandom();

    Logins(Backend backend) {
        this.backend = backend;
    }

    Visitor visitor(HttpServletRequest request, HttpServletResponse response) {
        var login = cookie(request, LOGIN);
        var member = login == null ? null : backend.signedIn(login);
        if (login != null && member != null) {
            return new Visitor(member, login);
        }
        var visit = cookie(request, VISIT);
        return new Visitor(null, visit != null ? visit : newVisit(request, response));
    }

    private String newVisit(HttpServletRequest request, HttpServletResponse response) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var visit = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (!request.getRequestURI().startsWith("/assets/")) {
            set(request, response, VISIT, visit, -1);
        }
        return visit;
    }

    void signIn(HttpServletRequest request, HttpServletResponse response, String token) {
        set(request, response, LOGIN, token, Math.toIntExact(KEPT.toSeconds()));
    }

    void signOut(HttpServletRequest request, HttpServletResponse response) {
        var login = cookie(request, LOGIN);
        if (login != null) {
            backend.signOut(login);
        }
        set(request, response, LOGIN, "", 0);
    }

    private static void set(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            int seconds) {
        var cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setSecure(isSecure(request));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /// A proxy in front speaks https for us and says so. Who lies about it harms only themselves.
    static boolean isSecure(HttpServletRequest request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name) && !cookie.getValue().isBlank())
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
