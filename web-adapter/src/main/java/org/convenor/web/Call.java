package org.convenor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.view.Heard;
import org.jspecify.annotations.Nullable;

/// One request and its response.
///
/// @param path what the route's groups matched
/// @param body the form that was sent, or null for anything but a POST
record Call(
        HttpServletRequest request,
        HttpServletResponse response,
        Visitor visitor,
        Words words,
        List<String> path,
        @Nullable FormBody body) {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    Call by(Visitor somebody) {
        return new Call(request, response, somebody, words, path, body);
    }

    Call to(List<String> matched, @Nullable FormBody sent) {
        return new Call(request, response, visitor, words, matched, sent);
    }

    /// Who is signed in. Everybody else gets the answer that nothing is here.
    MemberId member() {
        var member = visitor.member();
        if (member == null) {
            throw HttpProblem.notHere(words);
        }
        return member;
    }

    ChannelId room() {
        return new ChannelId(path.getFirst());
    }

    FormBody form() {
        if (body == null) {
            throw new IllegalStateException("only a POST has a form");
        }
        return body;
    }

    /// The same for every try of the same input by the same person.
    String sourceKey() {
        var sent = form().text("rid");
        var id = REQUEST_ID.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
        return "web:" + member() + ":" + id;
    }

    /// Whether a script of the page asks for a piece of it.
    boolean wantsPiece() {
        return request.getHeader("HX-Request") != null;
    }

    /// Where the request comes from. A proxy on this machine adds it at the end of its header; what
    /// stands before that anybody may have written.
    String address() {
        var remote = request.getRemoteAddr();
        var forwarded = request.getHeader("X-Forwarded-For");
        return forwarded != null && isLoopback(remote)
                ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
                : remote;
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("[::1]");
    }

    String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /// Whose lines the reader chose, or null.
    @Nullable Heard heard() {
        return switch (parameter("lines")) {
            case "all" -> Heard.ALL_GROUPS;
            case "own" -> Heard.OWN_GROUPS;
            default -> null;
        };
    }

    /// An address of ours as others can open it.
    String link(String path) {
        var forwarded = request.getHeader("X-Forwarded-Host");
        var host = forwarded == null ? request.getHeader("Host") : forwarded;
        return (Logins.isSecure(request) ? "https://" : "http://") + host + path;
    }

    void html(int status, String html) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        send(html.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    void seeOther(String path) {
        response.setStatus(303);
        response.setHeader("Location", path);
    }
}
