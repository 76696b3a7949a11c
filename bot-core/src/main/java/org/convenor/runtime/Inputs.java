package org.convenor.runtime;

import java.util.Map;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.session.SessionEvent;
import org.convenor.view.Bundle;
import org.convenor.view.Legible;

/// Takes what people do, whatever it is. Works inside the caller's transaction.
final class Inputs {
    /// Longer words belong into a document. 4,000 characters also fit a Slack message.
    static final int LONGEST_WORDS = 4_000;

    private final Tables tables;
    private final Gate gate;
    private final Presses presses;
    private final Commands commands;
    private final Decider decider;

    Inputs(Tables tables, Starting starting, Recorder recorder) {
        this.tables = tables;
        this.gate = new Gate(tables);
        this.decider = new Decider(tables, recorder);
        this.presses = new Presses(tables, gate, starting, new Replacing(tables, decider), decider);
        this.commands = new Commands(tables, gate, starting, presses);
    }

    Reply take(Intake in, Input input) {
        var by = tables.people().member(in.tx(), input.by());
        return switch (input) {
            case Input.Pressed pressed -> presses.press(in, pressed, by);
            case Input.Wrote wrote -> wrote(in, wrote, by);
            case Input.Typed typed -> commands.typed(in, typed, by);
        };
    }

    /// The same input once more: changes nothing. A form is opened again, because opening changes
    /// nothing either.
    Reply again(Intake in, Input input) {
        boolean opens =
                switch (input) {
                    case Input.Pressed(_, var press, _) ->
                            Verb.START_FORM.wire().equals(press.verb())
                                    || Verb.REPLACE.wire().equals(press.verb())
                                    || Verb.MOVE.wire().equals(press.verb());
                    case Input.Typed(_, _, var line) -> Commands.onlyTells(line);
                    case Input.Wrote _ -> false;
                };
        return opens ? take(in, input) : new Reply.Nothing();
    }

    private Reply wrote(Intake in, Input.Wrote input, Member by) {
        var words = legible(input.words(), Bundle.of(by.locale()));
        var stored = gate.session(in.tx(), input.session(), by);
        gate.demand(in.tx(), stored.session(), Right.TAKE_PART, by);
        var track = stored.session().trackOf(by.id());
        var origin = input.origin();
        if (origin != null && origin.group() != track.group()) {
            throw new ProblemException(
                    Bundle.of(by.locale()).problem("problem.other-thread", Map.of()));
        }
        var event = new SessionEvent.Spoke(in.at(), by.id(), track.id(), input.visit());
        return decider.spoken(in, stored, event, by, words, origin);
    }

    private static String legible(String typed, Bundle bundle) {
        var words = Legible.words(typed);
        int length = words.codePointCount(0, words.length());
        if (words.isEmpty()) {
            throw new ProblemException(bundle.problem("problem.words-empty", Map.of()));
        }
        if (length > LONGEST_WORDS) {
            throw new ProblemException(
                    bundle.problem(
                            "problem.words-too-long",
                            Map.of("length", length, "most", LONGEST_WORDS)));
        }
        return words;
    }
}
