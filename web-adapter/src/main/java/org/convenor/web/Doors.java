package org.convenor.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Problem;
import org.jspecify.annotations.Nullable;

/// The pages of other platforms.
final class Doors {
    private final Map<String, Doorway> doorways;
    private final Pages pages;

    Doors(Map<String, Doorway> doorways, Pages pages) {
        this.doorways = doorways;
        this.pages = pages;
    }

    List<Route> routes() {
        return doorways.entrySet().stream()
                .map(door -> Route.get(door.getKey(), call -> open(door.getValue(), call)))
                .toList();
    }

    private void open(Doorway door, Call call) throws IOException {
        switch (door.visit(new Visiting(call))) {
            case Doorway.Answer.GoOn(var to) -> call.seeOther(to.toString());
            case Doorway.Answer.Done(Problem said) ->
                    call.html(200, pages.problem(call, 200, said));
        }
    }

    private record Visiting(Call call) implements Doorway.Visit {
        @Override
        public @Nullable String parameter(String name) {
            var value = call.parameter(name);
            return value.isBlank() ? null : value;
        }

        @Override
        public String browser() {
            return call.visitor().mark();
        }
    }
}
