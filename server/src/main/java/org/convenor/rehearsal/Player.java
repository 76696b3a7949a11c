package org.convenor.rehearsal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.convenor.chat.Press;
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
    private final Filling filling;
    private final Thinking thinking;
    private final RandomGenerator random;
    private final @Nullable Lead lead;
    private final Whims whims;

    /// The forms that this person is done with.
    private final Set<Press> settled = new HashSet<>();

    private final Map<String, Integer> answered = new HashMap<>();
    private int visit = -1;
    private int linesLeft;
    private boolean hadTheFloor;
    private @Nullable Wish wish;
    private @Nullable Instant actsAt;

    /// Who somebody is in this session.
    ///
    /// @param role the role of the protocol this person was named for, or null
    /// @param leads whether this person facilitates
    /// @param comesLate whether the others begin without this person
    /// @param goesAway whether this person leaves for a while
    /// @param team number of this person's district, from zero
    record Part(
            @Nullable String role, boolean leads, boolean comesLate, boolean goesAway, int team) {}

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
        this.filling = new Filling(protocol, lines, random);
        this.random = random;
        this.thinking = new Thinking(mode, part.comesLate(), random);
        this.lead = part.leads() ? new Lead(random) : null;
        this.whims = new Whims(part.goesAway(), random);
    }

    /// Looks, and says when this person wants to act.
    ///
    /// @return null if they only wait
    public @Nullable Instant plan(Instant now) {
        var glance = place.look();
        if (glance.visit() != visit) {
            arrive(glance);
        }
        var wanted = wish(glance);
        if (!Objects.equals(wanted, wish)) {
            wish = wanted;
            actsAt = wanted == null ? null : thinking.until(now, wanted.kind(), step(glance));
        }
        return actsAt;
    }

    private void arrive(Glance glance) {
        visit = glance.visit();
        linesLeft = 1 + random.nextInt(MOST_LINES);
        whims.stepOpened();
        if (step(glance) instanceof Step.Turn) {
            hadTheFloor = glance.has("done");
        }
        // Whoever is still on their way does not set out again at every step.
        wish = wish != null && wish.kind() == Wish.Kind.JOIN ? wish : null;
    }

    /// Does what was planned, if it is still there to be done.
    public void act(Instant now) {
        var glance = place.look();
        var planned = wish;
        wish = null;
        actsAt = null;
        if (planned != null && glance.visit() == visit && planned.equals(wish(glance))) {
            act(planned, glance, now);
        }
    }

    /// Whether what this person wants to do next is said aloud.
    boolean isAboutToSpeak() {
        return wish != null && wish.isAloud();
    }

    private @Nullable Wish wish(Glance glance) {
        if (!part.leads() && glance.has("join") && !glance.has("leave")) {
            return Wish.of(Wish.Kind.JOIN);
        }
        if (glance.has("accept")) {
            return Wish.of(Wish.Kind.CONSENT);
        }
        if (glance.openForm(settled) != null) {
            return Wish.of(Wish.Kind.ANSWER);
        }
        if (glance.has("done")) {
            return Wish.of(Wish.Kind.TAKE_TURN);
        }
        var leading = lead == null ? whims.wish(glance) : lead.wish(glance);
        return leading == null ? talking(glance) : leading;
    }

    private @Nullable Wish talking(Glance glance) {
        if (!(step(glance) instanceof Step.Talk talk) || !glance.maySpeak() || isListening(talk)) {
            return null;
        }
        boolean replies = lines.isReplyDue(visit);
        if (lines.isAsking(talk.title()) && (part.role() != null || hadTheFloor)) {
            return replies ? Wish.of(Wish.Kind.REPLY) : null;
        }
        return linesLeft > 0 && !replies ? Wish.of(Wish.Kind.SPEAK) : null;
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
        switch (wanted.kind()) {
            case JOIN -> press(glance.button("join"));
            case LEAVE -> {
                whims.left();
                press(glance.button("leave"));
            }
            case BEGIN -> press(glance.button("begin"));
            case BEGIN_ANYWAY -> press(glance.button("begin-anyway"));
            case TAKE_ROLE -> {
                whims.tookRole();
                press(glance.button("take-role"));
            }
            case CONSENT -> press(glance.button(whims.refuses() ? "refuse" : "accept"));
            case ANSWER -> answer(glance, now);
            case TAKE_TURN -> takeTurn(glance);
            case SPEAK -> {
                linesLeft--;
                say(glance, lines.fresh(visit, title(glance), "said"));
            }
            case REPLY -> say(glance, lines.reply(visit));
            case GO_ON, LET_GO, NUDGE, RESUME, CALL_BACK -> {
                if (lead != null) {
                    lead.did(wanted);
                }
                press(wanted.press());
            }
            case MOVE_SOMEBODY -> moveSomebody(wanted, now);
        }
    }

    private void press(@Nullable Press press) {
        if (press != null) {
            place.press(press, Map.of());
        }
    }

    /// Whoever leads puts somebody into another group.
    private void moveSomebody(Wish wanted, Instant now) {
        if (lead == null || wanted.press() == null) {
            return;
        }
        lead.did(wanted);
        var form = place.press(wanted.press(), Map.of());
        var values = form == null ? Map.<String, String>of() : filling.values(form, 0, now);
        if (form != null && !values.isEmpty()) {
            place.press(form.submit(), values);
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
            press(glance.button("pass"));
            return;
        }
        if (glance.maySpeak()) {
            say(glance, words);
        }
        var after = place.look();
        if (after.visit() == glance.visit()) {
            press(after.button("done"));
        }
    }

    private @Nullable String words(@Nullable Step step, Glance glance) {
        var title = title(glance);
        var speech = step instanceof Step.Turn ? lines.speech(title, part.team()) : null;
        return speech == null ? lines.fresh(visit, title, "said") : speech;
    }

    private static String title(Glance glance) {
        return glance.step() == null ? "said" : glance.step();
    }

    private void answer(Glance glance, Instant now) {
        var form = glance.openForm(settled);
        if (form == null) {
            return;
        }
        settled.add(form.submit());
        var question = form.submit().argument();
        var values = filling.values(form, answered.merge(question, 1, Integer::sum) - 1, now);
        var pass = glance.passOn(form);
        boolean passes = values.isEmpty() || (filling.mayPass(form) && random.nextInt(12) == 0);
        if (passes) {
            press(pass);
        } else {
            place.press(form.submit(), values);
        }
    }
}
