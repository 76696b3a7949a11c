package org.convenor.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every request comes in here: guards first, then the route, then what went wrong.
final class Front extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(Front.class);

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'";

    private final transient List<Route> routes;
    private final transient Logins logins;
    private final transient Pages pages;

    Front(List<Route> routes, Logins logins, Pages pages) {
        this.routes = routes;
        this.logins = logins;
        this.pages = pages;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        protect(response);
        var words = new Words(language(request));
        var call = new Call(request, response, new Visitor(null, ""), words, List.of(), null);
        try {
            answer(call.by(logins.visitor(request, response)));
        } catch (HttpProblem stop) {
            problem(call, stop.status(), stop.problem());
        } catch (ProblemException stop) {
            problem(call, 422, stop.problem());
        } catch (RuntimeException bug) {
            broken(call, bug);
        }
    }

    /// The first language the browser asks for; what has no bundle is shown in English.
    private static Locale language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.ENGLISH : request.getLocale();
    }

    private void answer(Call call) throws IOException {
        var request = call.request();
        for (var route : routes) {
            var path = route.match(request.getMethod(), request.getRequestURI());
            if (path != null) {
                route.handler().handle(matched(call, path));
                return;
            }
        }
        throw HttpProblem.notHere(call.words());
    }

    private static Call matched(Call call, List<String> path) throws IOException {
        var body = call.request().getMethod().equals("POST") ? checked(call) : null;
        return call.to(path, body);
    }

    /// Nothing is done for a form that another site could have sent.
    private static @Nullable FormBody checked(Call call) throws IOException {
        var body = FormBody.read(call.request(), call.words());
        if (Origin.isForeign(call.request()) || !call.visitor().sent(body.text("csrf"))) {
            throw HttpProblem.of(403, "problem.not-ours", call.words());
        }
        return body;
    }

    private void problem(Call call, int status, Problem problem) throws IOException {
        if (call.response().isCommitted()) {
            return;
        }
        call.html(
                status,
                call.wantsPiece()
                        ? ReplyHtml.problem(problem)
                        : pages.problem(call, status, problem));
    }

    private void broken(Call call, RuntimeException bug) throws IOException {
        var id = UUID.randomUUID().toString().substring(0, 8);
        log.error("Request {} failed", id, bug);
        var words = call.words();
        problem(
                call,
                500,
                new Problem(
                        words.say("problem.broken.what"),
                        words.say("problem.broken.meaning"),
                        words.say("problem.broken.remedy", "id", id)));
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cache-Control", "no-store");
    }
}
