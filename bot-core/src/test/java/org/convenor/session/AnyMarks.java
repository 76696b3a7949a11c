package org.convenor.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Step;

/// What somebody might choose, rate, sort or name: whatever their form lets them.
final class AnyMarks {
    private final Random random;

    AnyMarks(Random random) {
        this.random = random;
    }

    /// @param somebody who may be named
    List<String> of(Session session, Track track, Step.Ask ask, Unit unit, MemberId somebody) {
        for (var field : ask.answer().fields()) {
            var marks = of(session, track, ask, field.kind(), unit, somebody);
            if (!marks.isEmpty()) {
                return marks;
            }
        }
        return List.of();
    }

    private List<String> of(
            Session session,
            Track track,
            Step.Ask ask,
            Answer.Kind kind,
            Unit unit,
            MemberId somebody) {
        return switch (kind) {
            case Answer.Kind.Vote(var choices, var use, _) ->
                    use(choices.stream().map(Choice::name).toList(), use);
            case Answer.Kind.Cards(_, var use) -> {
                var asked = Questions.progress(session, track, ask);
                yield asked == null ? List.of() : use(asked.cardsOf(unit), use);
            }
            case Answer.Kind.Person _ -> List.of(somebody.value());
            case Answer.Kind.Several(int most) ->
                    List.of("1", "2", "3").subList(0, 1 + random.nextInt(most));
            case Answer.Kind.Text _,
                    Answer.Kind.ShortText _,
                    Answer.Kind.Pick _,
                    Answer.Kind.Scale _,
                    Answer.Kind.Rank _,
                    Answer.Kind.Date _,
                    Answer.Kind.LinkOrFile _ ->
                    List.of();
        };
    }

    private List<String> use(List<String> options, Answer.Use use) {
        var shuffled = new ArrayList<>(options);
        Collections.shuffle(shuffled, random);
        return switch (use) {
            case Answer.Use.PickUpTo(int most) ->
                    shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(most)));
            case Answer.Use.PutInOrder _ -> shuffled;
            case Answer.Use.Rate _ ->
                    shuffled.stream().map(card -> card + "=" + (1 + random.nextInt(5))).toList();
            case Answer.Use.PutOnPiles(var piles, _) ->
                    shuffled.stream()
                            .map(card -> card + "=" + piles.get(random.nextInt(piles.size())))
                            .toList();
        };
    }
}
