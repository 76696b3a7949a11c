package org.convenor.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.convenor.chat.Form;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.session.Floor;
import org.jspecify.annotations.Nullable;

/// An invented person who takes part: looks at their seat, thinks for a while, and acts. Fixed by
/// its random numbers. Not thread-safe.
public final class Player {
    private static final int MOST_LINES = 2;

    private final Cast.Person person;
    private final Place place;
    private final Protocol protocol;
    private final Mode mode;
    private final @Nullable String role;
    private final boolean leads;
    private final RandomGenerator random;
    private final Lines lines;
    private final int number;

    private int visit = -1;
    private int linesLeft;
    private int linesSaid;
    private @Nullable Wish wish;
    private @Nullable Instant actsAt;

    /// What somebody is about to do.
    private enum Wish {
        JOIN,
        BEGIN,
        BEGIN_ANYWAY,
        ANSWER,
        TAKE_TURN,
        SPEAK,
        GO_ON
    }

    /// @param role the role of the protocol this person was named for, or null
    /// @param leads whether this person facilitates
    /// @param number tells the players apart, so that they do not all say the same
    public Player(
            Cast.Person person,
            Place place,
            Protocol protocol,
            Mode mode,
            @Nullable String role,
            boolean leads,
            int number,
            RandomGenerator random) {
        this.person = person;
        this.place = place;
        this.protocol = protocol;
        this.mode = mode;
        this.role = role;
        this.leads = leads;
        this.number = number;
        this.random = random;
        this.lines = new Lines();
    }

    public Cast.Person person() {
        return person;
    }

    /// Looks, and says when this person wants to act.
    ///
    /// @return null if they only wait
    public @Nullable Instant plan(Instant now) {
        var glance = place.look();
        if (glance.visit() != visit) {
            visit = glance.visit();
            linesLeft = mode == Mode.LIVE ? random.nextInt(MOST_LINES + 1) : 1;
            linesSaid = 0;
            wish = null;
        }
        var wanted = wish(glance);
        if (wanted != wish) {
            wish = wanted;
            actsAt = wanted == null ? null : now.plus(thinking(wanted, glance));
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

    private @Nullable Wish wish(Glance glance) {
        var step = step(glance);
        if (glance.openForm() != null) {
            return Wish.ANSWER;
        }
        if (glance.has("done")) {
            return Wish.TAKE_TURN;
        }
        if (leads && glance.has("begin")) {
            return Wish.BEGIN;
        }
        if (leads && glance.has("begin-anyway")) {
            return Wish.BEGIN_ANYWAY;
        }
        if (leads && glance.has("finish")) {
            return Wish.GO_ON;
        }
        if (glance.has("observe") && !leads && !glance.has("leave")) {
            return Wish.JOIN;
        }
        boolean talks = step instanceof Step.Talk && !isListening(step) && !leads;
        return talks && glance.maySpeak() && linesLeft > 0 ? Wish.SPEAK : null;
    }

    private boolean isListening(Step step) {
        var listening = Floor.listening(step);
        return listening != null && listening.equals(role);
    }

    private @Nullable Step step(Glance glance) {
        return protocol.steps().stream()
                .filter(step -> step.title().equals(glance.step()))
                .findFirst()
                .orElse(null);
    }

    private Duration thinking(Wish wanted, Glance glance) {
        if (mode == Mode.ASYNC) {
            return switch (wanted) {
                case JOIN -> hours(1, 6);
                case BEGIN, GO_ON -> hours(2, 5);
                case BEGIN_ANYWAY -> hours(60, 80);
                case ANSWER, TAKE_TURN, SPEAK -> hours(2, 30);
            };
        }
        return switch (wanted) {
            case JOIN -> seconds(5, 60);
            case BEGIN -> seconds(20, 40);
            case BEGIN_ANYWAY -> seconds(600, 700);
            case ANSWER -> seconds(60, 240);
            case TAKE_TURN -> ofTurn(step(glance));
            case SPEAK -> seconds(15, 110);
            case GO_ON -> seconds(10, 30);
        };
    }

    /// Most of the time there is: a turn is used, not cut short.
    private Duration ofTurn(@Nullable Step step) {
        if (step instanceof Step.Round round && round.each() != null) {
            return percent(round.each(), 50, 110);
        }
        var live = step == null ? null : step.heading().timing().live();
        return live == null ? seconds(30, 60) : percent(live, 50, 95);
    }

    private Duration percent(Duration whole, int from, int to) {
        return whole.multipliedBy(random.nextInt(from, to)).dividedBy(100);
    }

    private Duration seconds(int from, int to) {
        return Duration.ofSeconds(random.nextInt(from, to));
    }

    private Duration hours(int from, int to) {
        return Duration.ofMinutes(random.nextInt(from * 60, to * 60));
    }

    private void act(Wish wanted, Glance glance, Instant now) {
        switch (wanted) {
            case JOIN -> press(glance, "join");
            case BEGIN -> press(glance, "begin");
            case BEGIN_ANYWAY -> press(glance, "begin-anyway");
            case GO_ON -> press(glance, "next");
            case ANSWER -> answer(glance, now);
            case TAKE_TURN -> takeTurn(glance);
            case SPEAK -> {
                linesLeft--;
                place.write(glance.visit(), line(glance, number + 7 * linesSaid++));
            }
        }
    }

    private void press(Glance glance, String verb) {
        var press = glance.button(verb);
        if (press != null) {
            place.press(press, Map.of());
        }
    }

    private void takeTurn(Glance glance) {
        var step = step(glance);
        boolean passes =
                step instanceof Step.Round round && round.mayPass() && random.nextInt(10) == 0;
        if (passes && glance.has("pass")) {
            press(glance, "pass");
            return;
        }
        if (glance.maySpeak()) {
            place.write(glance.visit(), line(glance, step instanceof Step.Turn ? 0 : number));
        }
        var after = place.look();
        if (after.visit() == glance.visit()) {
            press(after, "done");
        }
    }

    private String line(Glance glance, int turn) {
        return lines.pick(turn, glance.step() == null ? "said" : glance.step(), "said");
    }

    private void answer(Glance glance, Instant now) {
        var form = glance.openForm();
        if (form != null) {
            var values = new HashMap<String, String>();
            form.fields().forEach(field -> values.put(field.name(), value(form, field, now)));
            place.press(form.submit(), values);
        }
    }

    private String value(Form form, Form.Field field, Instant now) {
        return switch (field.input()) {
            case Form.Input.Text(int most, boolean manyLines) ->
                    shortened(
                            lines.pick(
                                    number,
                                    field.label(),
                                    form.title(),
                                    manyLines ? "text" : "short-text"),
                            most);
            case Form.Input.Pick(var options, _) ->
                    options.get(random.nextInt(options.size())).value();
            case Form.Input.Scale(int from, int to, _, _) ->
                    Integer.toString(random.nextInt(from, to + 1));
            case Form.Input.Date _ ->
                    now.atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .plusDays(random.nextInt(30, 90))
                            .toString();
        };
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
