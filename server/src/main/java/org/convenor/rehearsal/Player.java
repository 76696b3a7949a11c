package org.convenor.rehearsal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.convenor.chat.Form;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// An invented person who takes part: looks at their seat, thinks for a while, and acts. Fixed by
/// its random numbers. Not thread-safe.
public final class Player {
    private static final int MOST_LINES = 2;

    private final Part part;
    private final Place place;
    private final Protocol protocol;
    private final Lines lines;
    private final Thinking thinking;
    private final RandomGenerator random;

    private int visit = -1;
    private int linesLeft;
    private @Nullable Wish wish;
    private @Nullable Instant actsAt;

    /// What somebody is about to do.
    enum Wish {
        JOIN,
        BEGIN,
        BEGIN_ANYWAY,
        ANSWER,
        CHANGE,
        CONSENT,
        TAKE_TURN,
        SPEAK,
        REPLY,
        GO_ON,
        INSIST
    }

    /// Who somebody is in this session.
    ///
    /// @param role the role of the protocol this person was named for, or null
    /// @param leads whether this person facilitates
    /// @param comesLate whether the others begin without this person
    record Part(@Nullable String role, boolean leads, boolean comesLate) {}

    /// @param lines shared by all players of a session
    Player(
            Part part,
            Place place,
            Protocol protocol,
            Mode mode,
            Lines lines,
            RandomGenerator random) {
        this.part = part;
        this.place = place;
        this.protocol = protocol;
        this.lines = lines;
        this.random = random;
        this.thinking = new Thinking(mode, part.comesLate(), random);
    }

    /// Looks, and says when this person wants to act.
    ///
    /// @return null if they only wait
    public @Nullable Instant plan(Instant now) {
        var glance = place.look();
        if (glance.visit() != visit) {
            visit = glance.visit();
            linesLeft = 1 + random.nextInt(MOST_LINES);
            // Whoever is still on their way does not set out again at every step.
            wish = wish == Wish.JOIN ? wish : null;
        }
        var wanted = wish(glance);
        if (wanted != wish) {
            wish = wanted;
            actsAt = wanted == null ? null : thinking.until(now, wanted, step(glance));
        }
        return actsAt;
    }

    /// Does what was planned, if it is still there to be done.
    public void act(Instant now) {
        var glance = place.look();
        var wanted = wish(glance);
        wish = null;
        actsAt = null;
        if (wanted != null && glance.visit() == visit) {
            act(wanted, glance, now);
        }
    }

    /// Whether what this person wants to do next is said aloud.
    boolean isAboutToSpeak() {
        return wish == Wish.SPEAK || wish == Wish.REPLY || wish == Wish.TAKE_TURN;
    }

    private @Nullable Wish wish(Glance glance) {
        if (glance.has("accept")) {
            return Wish.CONSENT;
        }
        if (glance.openForm() != null) {
            return Wish.ANSWER;
        }
        if (glance.changeableForm() != null) {
            return Wish.CHANGE;
        }
        if (glance.has("done")) {
            return Wish.TAKE_TURN;
        }
        if (part.leads()) {
            return leading(glance);
        }
        return glance.has("join") && !glance.has("leave") ? Wish.JOIN : talking(glance);
    }

    private static @Nullable Wish leading(Glance glance) {
        if (glance.has("begin")) {
            return Wish.BEGIN;
        }
        if (glance.has("begin-anyway")) {
            return Wish.BEGIN_ANYWAY;
        }
        if (glance.has("finish")) {
            return Wish.GO_ON;
        }
        // A step that only the facilitator ends, or a vote that somebody never gave.
        return glance.has("next") ? Wish.INSIST : null;
    }

    private @Nullable Wish talking(Glance glance) {
        if (!(step(glance) instanceof Step.Talk talk) || !glance.maySpeak() || isListening(talk)) {
            return null;
        }
        if (part.role() != null && lines.isAsking(talk.title())) {
            return lines.isReplyDue(talk.title()) ? Wish.REPLY : null;
        }
        return linesLeft > 0 && !lines.isReplyDue(talk.title()) ? Wish.SPEAK : null;
    }

    private boolean isListening(Step step) {
        var listening = step.listening();
        return listening != null && listening.equals(part.role());
    }

    private @Nullable Step step(Glance glance) {
        return protocol.steps().stream()
                .filter(step -> step.title().equals(glance.step()))
                .findFirst()
                .orElse(null);
    }

    private void act(Wish wanted, Glance glance, Instant now) {
        switch (wanted) {
            case JOIN -> press(glance, "join");
            case BEGIN -> press(glance, "begin");
            case BEGIN_ANYWAY -> press(glance, "begin-anyway");
            case GO_ON, INSIST -> press(glance, "next");
            case CONSENT -> press(glance, random.nextInt(8) == 0 ? "refuse" : "accept");
            case CHANGE -> change(glance);
            case ANSWER -> answer(glance, now);
            case TAKE_TURN -> takeTurn(glance);
            case SPEAK -> {
                linesLeft--;
                say(glance, lines.fresh(title(glance), "said"));
            }
            case REPLY -> say(glance, lines.reply(title(glance)));
        }
    }

    private void press(Glance glance, String verb) {
        var press = glance.button(verb);
        if (press != null) {
            place.press(press, Map.of());
        }
    }

    /// Who has nothing new to say is silent.
    private void say(Glance glance, @Nullable String words) {
        if (words != null) {
            place.write(glance.visit(), words);
        }
    }

    private void takeTurn(Glance glance) {
        var step = step(glance);
        boolean mayPass = step instanceof Step.Round round && round.mayPass() && glance.has("pass");
        boolean passes = mayPass && random.nextInt(10) == 0;
        var words = passes ? null : words(step, glance);
        if (mayPass && words == null) {
            press(glance, "pass");
            return;
        }
        if (glance.maySpeak()) {
            say(glance, words);
        }
        var after = place.look();
        if (after.visit() == glance.visit()) {
            press(after, "done");
        }
    }

    private @Nullable String words(@Nullable Step step, Glance glance) {
        var speech = step instanceof Step.Turn ? lines.speech(title(glance)) : null;
        return speech == null ? lines.fresh(title(glance), "said") : speech;
    }

    private static String title(Glance glance) {
        return glance.step() == null ? "said" : glance.step();
    }

    private void answer(Glance glance, Instant now) {
        var form = glance.openForm();
        if (form != null) {
            var values = new HashMap<String, String>();
            form.fields().forEach(field -> values.put(field.name(), value(form, field, now)));
            Places.differ(form, values);
            place.press(form.submit(), values);
        }
    }

    /// What stands there already is kept, or written anew.
    private void change(Glance glance) {
        var form = glance.changeableForm();
        if (form == null || random.nextBoolean()) {
            press(glance, "pass");
            return;
        }
        var values = new HashMap<String, String>();
        for (var field : form.fields()) {
            values.put(field.name(), field.value());
            if (field.input() instanceof Form.Input.Text(int most, _)) {
                values.put(field.name(), shortened(lines.must(form.title(), "text"), most));
            }
        }
        place.press(form.submit(), values);
    }

    private String value(Form form, Form.Field field, Instant now) {
        return switch (field.input()) {
            case Form.Input.Text(int most, boolean manyLines) ->
                    shortened(
                            lines.must(
                                    field.label(), form.title(), manyLines ? "text" : "short-text"),
                            most);
            case Form.Input.Pick(var options, int most) -> picked(options, most);
            case Form.Input.Scale(int from, int to, _, _) ->
                    Integer.toString(random.nextInt(from, to + 1));
            case Form.Input.Date _ ->
                    now.atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .plusDays(random.nextInt(30, 90))
                            .toString();
            // No session asks for one.
            case Form.Input.File _ -> "";
        };
    }

    /// As many as one may, as long as there are enough.
    private String picked(List<Form.Option> options, int most) {
        var left = new ArrayList<>(options);
        var picked = new ArrayList<String>();
        while (picked.size() < most && !left.isEmpty()) {
            picked.add(left.remove(random.nextInt(left.size())).value());
        }
        return String.join("\n", picked);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
