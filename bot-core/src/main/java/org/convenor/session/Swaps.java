package org.convenor.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convenor.protocol.Step;

/// Seat swaps: those who held a role make room for others.
final class Swaps {
    private Swaps() {}

    /// As many come in as go out: those who came next after them, round and round.
    static void swap(Transition transition, Step.Swap swap) {
        var session = transition.session();
        var out = Circle.ofRole(session, swap.role());
        var in =
                next(session, out, candidates(session, swap.with())).stream()
                        .limit(Math.max(1, out.size()))
                        .toList();
        if (in.isEmpty()) {
            return;
        }
        transition.become(session.named(swap.role(), in));
        if (Leading.isNamed(session, swap.with())) {
            var others = new ArrayList<>(session.roles().getOrDefault(swap.with(), List.of()));
            others.removeAll(in);
            others.addAll(out);
            transition.become(transition.session().named(swap.with(), others));
        }
        Leading.sayHolders(transition, swap.role(), in);
    }

    /// Where a protocol has no role for everyone else, all others are meant.
    private static List<Unit> candidates(Session session, String with) {
        return session.protocol().role(with) == null
                ? session.here().map(seat -> Unit.of(seat.member())).toList()
                : Circle.ofRole(session, with);
    }

    /// Those who could come in, beginning behind the last one who goes out.
    private static List<Unit> next(Session session, List<Unit> out, List<Unit> candidates) {
        var all = session.here().map(seat -> Unit.of(seat.member())).toList();
        int last = out.stream().mapToInt(all::indexOf).max().orElse(-1);
        return candidates.stream()
                .filter(unit -> !out.contains(unit))
                .sorted(
                        Comparator.comparingInt(
                                unit -> Math.floorMod(all.indexOf(unit) - last - 1, all.size())))
                .toList();
    }
}
