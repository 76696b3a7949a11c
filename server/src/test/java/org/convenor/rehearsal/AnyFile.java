package org.convenor.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes protocol files of the whole language, nested freely. Most of them are right; the others
/// show what the checker makes of them.
final class AnyFile {
    private static final int DEEPEST = 3;

    private final Random random;
    private final StringBuilder file = new StringBuilder();
    private final List<String> saved = new ArrayList<>();
    private final List<String> cards = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();
    private final boolean hasTeams;
    private final AnyRoles roles;
    private boolean hadGroups;
    private int titles;

    private AnyFile(long seed) {
        random = new Random(seed);
        hasTeams = random.nextInt(3) == 0;
        roles = new AnyRoles(random, hasTeams);
    }

    /// @param seed fixes everything
    static String of(long seed) {
        return new AnyFile(seed).write();
    }

    private String write() {
        file.append(
                "protocol: any-file\nversion: 1\nname: Any file\npurpose: To see how it goes.\n");
        file.append(AnyPeople.lines(random, hasTeams)).append(roles.lines());
        file.append(pick("modes: [live, async]\n", "modes: [live]\n", "modes: [async]\n", ""));
        file.append(
                "settings:\n  question: required\n  topics:\n    - Coherence\n    - Equity\n    - Impact\n");
        file.append("steps:\n");
        if (random.nextInt(4) == 0) {
            before();
        }
        block("  ", 0, Inside.ALL, 2 + random.nextInt(6));
        return file.toString();
    }

    /// Where a step stands.
    private enum Inside {
        ALL,
        GROUP,
        EACH_PERSON,
        EACH_TEAM,
        EACH_GROUP
    }

    private void block(String indent, int depth, Inside inside, int steps) {
        var here = inside;
        for (int step = 0; step < steps; step++) {
            here = step(indent, depth, here);
        }
    }

    private Inside step(String indent, int depth, Inside inside) {
        switch (random.nextInt(depth < DEEPEST ? 22 : 16)) {
            case 0 -> start(indent, "say", "Welcome.").time();
            case 1 -> start(indent, "quiet", "Look and think.").shows().time();
            case 2, 3, 4 -> ask(indent, inside);
            case 5 -> start(indent, "turn", "Tell us.").line("who", speaker(inside)).shows().time();
            case 6, 7 -> talk(indent, inside);
            case 8, 9 -> round(indent, inside);
            case 10, 11 -> decide(indent);
            case 12 -> useCards(indent);
            case 13 -> show(indent);
            case 14 -> keep(indent);
            case 15 -> swap(indent);
            case 16, 17, 18 -> {
                return group(indent, inside);
            }
            case 19, 20 -> repeat(indent, depth, inside);
            default -> when(indent, depth, inside);
        }
        return inside;
    }

    private void before() {
        start("  ", "ask", "Where can we find it?")
                .line("who", pick("each team", roles.any(), "everyone"))
                .line("answer", pick("pick up to 2 from topics", "link or file", "text"))
                .line("save as", save("work", true))
                .line("before the session", "yes")
                .line("async", "2 days");
    }

    private void ask(String indent, Inside inside) {
        var ask = start(indent, "ask", "What do you see?").line("who", asked(inside));
        boolean isText = answer(ask);
        if (random.nextInt(4) > 0) {
            ask.line("save as", save("answer", isText));
        }
        reveal(ask);
        ask.maybe("may pass", "yes").maybe("until", until()).shows().time();
    }

    /// @return whether the answers can be used as cards
    private boolean answer(Lines ask) {
        if (random.nextInt(4) == 0) {
            ask.line("answer", "").under("what", pick("short text", "text"));
            ask.under("how far", pick("scale from 1 (not) to 5 (very)", "several"));
            ask.under("more", pick("date", "person", "person who accepts", "one of yes, no"));
            return false;
        }
        var kind =
                pick(
                        "text",
                        "short text",
                        "short text",
                        "one of yes, no, not yet",
                        "pick up to 2 from topics",
                        "rank equity, coherence, impact",
                        "scale from 1 (not at all) to 5 (very)",
                        "date",
                        "person",
                        "person who accepts",
                        "link or file",
                        "several (up to 4)");
        ask.line("answer", kind);
        return kind.endsWith("text") || kind.startsWith("several");
    }

    private void reveal(Lines ask) {
        ask.maybe(
                "reveal",
                pick(
                        "as they arrive",
                        "together",
                        "together",
                        "to the presenter",
                        "to the own team",
                        "to the own group",
                        "to the own group, in the next step",
                        "to facilitators",
                        "never"));
        ask.maybe("names", pick("shown", "hidden", "hidden", "anonymous"));
    }

    private void talk(String indent, Inside inside) {
        var talk = start(indent, "talk", "Talk with each other.").line("who", asked(inside));
        if (random.nextInt(4) == 0) {
            talk.line("listening", roles.any());
        }
        talk.shows().maybe("until", pick("facilitator says next", "time is up"));
        meanwhile(talk, inside);
        talk.maybe("may end early", roles.any()).time();
    }

    private void round(String indent, Inside inside) {
        var round = start(indent, "round", "Each in turn.").line("who", asked(inside));
        boolean atOnce = random.nextInt(4) == 0;
        if (atOnce) {
            round.line("at once", "yes").maybe("reveal", "together");
        } else {
            round.maybe("each", "30 sec");
            meanwhile(round, inside);
        }
        round.maybe("may pass", "yes").shows().time();
    }

    private void meanwhile(Lines around, Inside inside) {
        if (random.nextInt(4) == 0) {
            around.line("meanwhile", "");
            around.under("ask", "What will you change?").under("title", newTitle());
            around.under("who", pick(asked(inside), "facilitator"));
            around.under("answer", pick("short text", "text", "one of yes, no"));
            around.under("save as", save("beside", true));
        }
    }

    private void decide(String indent) {
        var decide = start(indent, "decide", "Can we go ahead?");
        var method = pick("consent", "fist to five", "majority", "dots", "rank");
        decide.line("method", method);
        boolean ownChoices = method.equals("consent") || method.equals("fist to five");
        if (!ownChoices) {
            boolean fromCards = !cards.isEmpty() && random.nextBoolean();
            decide.line(
                    fromCards ? "choices from" : "choices",
                    fromCards ? any(cards) : "[Now, Later, Never]");
        }
        if (method.equals("dots")) {
            decide.maybe("dots", "2");
        }
        decide.maybe("needs", pick("everyone", "half", "two thirds", "2 people"));
        decide.maybe("who", pick("everyone", roles.any()));
        decide.maybe("reveal", pick("together", "as they arrive", "to facilitators"));
        decide.maybe("names", pick("shown", "hidden")).maybe("may pass", "yes");
        decide.maybe("until", until());
        decisions.add(decide.title());
        decide.line("save as", save("votes", false)).time();
    }

    private void useCards(String indent) {
        if (cards.isEmpty()) {
            ask(indent, Inside.ALL);
        } else if (random.nextBoolean()) {
            start(indent, "deal", "How bold is it?")
                    .line("cards", any(cards))
                    .line("cards each", pick("2", "3"))
                    .line("answer", "scale from 1 (not at all) to 5 (very)")
                    .line("save as", save("scores", false))
                    .time();
        } else {
            start(indent, "sort", "When?")
                    .maybe("who", pick("facilitator", "everyone"))
                    .line("cards", any(cards))
                    .line("into", pick("[soon, later]", "[now, this month, never]"))
                    .line("save as", save("sorted", false))
                    .time();
        }
    }

    private void show(String indent) {
        if (!saved.isEmpty()) {
            start(indent, "show", pick("", "all ") + any(saved)).time();
        }
    }

    private void keep(String indent) {
        if (!saved.isEmpty()) {
            start(indent, "keep", any(saved))
                    .line("becomes", pick("note", "feedback", "decision", "plan section"));
        }
    }

    private void swap(String indent) {
        if (roles.isNamed() && roles.hasOthers()) {
            start(indent, "group", "swap roles")
                    .line("roles", roles.swapped())
                    .line("live", "1 min")
                    .line("async", "none");
        }
    }

    private Inside group(String indent, Inside inside) {
        boolean joins = inside == Inside.GROUP && random.nextInt(3) == 0;
        boolean back = inside == Inside.GROUP && random.nextInt(3) == 0;
        var kind =
                joins
                        ? "join two groups"
                        : back
                                ? "everyone"
                                : hasTeams && random.nextBoolean()
                                        ? pick("two teams together", "home teams")
                                        : pick("pairs", "threes", "fours", "groups of 3");
        var group = start(indent, "group", kind);
        if (!back) {
            hadGroups = true;
        }
        if (kind.equals("pairs") || kind.equals("threes") || kind.equals("fours")) {
            group.maybe("if odd", pick("larger groups", "smaller groups", "one sits out"));
            group.maybe("avoid", pick("people who have met before", "people from the same team"));
            group.maybe("late arrivals", "join from the next round");
        }
        group.line("live", pick("1 min", "30 sec", "2 min")).line("async", pick("none", "4 hours"));
        return back ? Inside.ALL : Inside.GROUP;
    }

    private void repeat(String indent, int depth, Inside inside) {
        if (random.nextInt(4) == 0) {
            untilDecided(indent, depth, inside);
            return;
        }
        var times = new ArrayList<>(List.of("2 rounds", "3 rounds", "for each person"));
        times.add(inside == Inside.GROUP ? "for each person" : "for each team");
        if (hadGroups && inside == Inside.ALL) {
            times.add("for each group");
        }
        var often = any(times);
        start(indent, "repeat", often).line("steps", "");
        var within =
                switch (often) {
                    case "for each person" -> Inside.EACH_PERSON;
                    case "for each team" -> Inside.EACH_TEAM;
                    case "for each group" -> Inside.EACH_GROUP;
                    default -> inside;
                };
        body(indent, depth, within);
    }

    private void untilDecided(String indent, int depth, Inside inside) {
        start(indent, "repeat", "until there are no objections")
                .line("at most", pick("2 rounds", "3 rounds"))
                .line("steps", "");
        decisions.clear();
        decide(indent + "    ");
        block(indent + "    ", depth + 1, inside, random.nextInt(3));
        file.append(indent).append("  if still open:\n");
        start(indent + "    ", "say", "It is still open.").time();
        if (inside == Inside.ALL && random.nextInt(3) == 0) {
            file.append(indent).append("    - stop: not decided\n");
        }
    }

    private void when(String indent, int depth, Inside inside) {
        var condition =
                saved.isEmpty() || (random.nextBoolean() && !decisions.isEmpty())
                        ? pick(
                                "there are objections",
                                "there are no objections",
                                "it is decided",
                                "it is not decided")
                        : pick("somebody answered ", "nobody answered ") + any(saved);
        start(indent, "when", condition).line("steps", "");
        body(indent, depth, inside);
        if (inside == Inside.ALL && depth == 0 && random.nextInt(6) == 0) {
            file.append(indent).append("    - stop: early\n");
        }
    }

    /// What is inside a step. Groups inside of it end with it; what it decides may never be
    /// decided.
    private void body(String indent, int depth, Inside inside) {
        int before = file.length();
        block(indent + "    ", depth + 1, inside, 1 + random.nextInt(4));
        if (file.length() == before) {
            start(indent + "    ", "say", "Nothing more.").time();
        }
    }

    private String asked(Inside inside) {
        var who = new ArrayList<>(List.of("everyone", "everyone", roles.any()));
        switch (inside) {
            case ALL -> {
                who.add("each team");
                if (hadGroups) {
                    who.add("each group");
                }
            }
            case GROUP -> who.add("each group");
            case EACH_PERSON -> who.addAll(List.of("the presenting person", "everyone else"));
            case EACH_TEAM -> who.addAll(List.of("the presenting team", "everyone else"));
            case EACH_GROUP -> who.addAll(List.of("the presenting group", "everyone else"));
        }
        return any(who);
    }

    private String speaker(Inside inside) {
        return switch (inside) {
            case ALL, GROUP -> roles.any();
            case EACH_PERSON -> "the presenting person";
            case EACH_TEAM -> "the presenting team";
            case EACH_GROUP -> "the presenting group";
        };
    }

    private String until() {
        return pick(
                "everyone has answered",
                "2 answered or time is up",
                "everyone has answered or time is up",
                "time is up",
                "facilitator says next");
    }

    private String save(String name, boolean asCards) {
        var unique = name + " " + (saved.size() + 1);
        saved.add(unique);
        if (asCards) {
            cards.add(unique);
        }
        return unique;
    }

    private String newTitle() {
        titles++;
        return "Step %02d".formatted(titles);
    }

    private Lines start(String indent, String kind, String text) {
        return new Lines(indent, kind, text);
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /// The lines of one step, written as they come.
    private final class Lines {
        private final String indent;
        private final String title = newTitle();

        Lines(String indent, String kind, String text) {
            this.indent = indent;
            file.append("%s- %s: %s\n%s  title: %s\n".formatted(indent, kind, text, indent, title));
        }

        String title() {
            return title;
        }

        Lines line(String key, String value) {
            file.append("%s  %s: %s\n".formatted(indent, key, value));
            return this;
        }

        Lines maybe(String key, String value) {
            return random.nextInt(3) == 0 ? line(key, value) : this;
        }

        Lines under(String key, String value) {
            file.append("%s    %s: %s\n".formatted(indent, key, value));
            return this;
        }

        Lines shows() {
            return saved.isEmpty() || random.nextInt(4) > 0 ? this : line("show", any(saved));
        }

        void time() {
            line("live", pick("30 sec", "1 min", "2 min", "4 min"));
            line("async", pick("4 hours", "1 day", "2 days"));
        }
    }
}
