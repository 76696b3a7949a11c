package org.convenor.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.InstantSource;
import org.convenor.chat.Problem;

/// Renders whole pages and pieces of them from the templates.
final class Pages {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Pages.class.getClassLoader(), "org.convenor.web");
    private final Assets assets;
    private final InstantSource clock;

    Pages(Assets assets, InstantSource clock) {
        this.assets = assets;
        this.clock = clock;
    }

    /// @param model what the template's parameter `page` is
    String render(String template, Object model) {
        var html = new StringOutput();
        templates.render(template + ".jte", model, html);
        return html.toString();
    }

    Shell shell(Call call, String title) {
        return new Shell(
                title,
                call.words(),
                assets,
                call.visitor().csrf(),
                call.visitor().member() != null,
                clock.instant());
    }

    String problem(Call call, int status, Problem problem) {
        return render("problem", new ProblemPage(shell(call, problem.what()), status, problem));
    }

    InstantSource clock() {
        return clock;
    }

    /// The page of a problem.
    record ProblemPage(Shell shell, int status, Problem problem) {}
}
