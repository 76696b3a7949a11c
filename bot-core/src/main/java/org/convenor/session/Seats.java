package org.convenor.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// Everyone who answered the invitation, in the order they came, found by member in one step.
/// Immutable.
public final class Seats {
    private final List<Seat> inOrder;
    private final Map<MemberId, Integer> places = new HashMap<>();

    /// @param seats one for each member
    public Seats(List<Seat> seats) {
        inOrder = List.copyOf(seats);
        for (int place = 0; place < inOrder.size(); place++) {
            if (places.put(inOrder.get(place).member(), place) != null) {
                throw new IllegalArgumentException("two seats for one member");
            }
        }
    }

    public List<Seat> inOrder() {
        return inOrder;
    }

    public Stream<Seat> stream() {
        return inOrder.stream();
    }

    public @Nullable Seat of(MemberId member) {
        var place = places.get(member);
        return place == null ? null : inOrder.get(place);
    }

    Seats with(Seat seat) {
        var next = new ArrayList<>(inOrder);
        var place = places.get(seat.member());
        if (place == null) {
            next.add(seat);
        } else {
            next.set(place, seat);
        }
        return new Seats(next);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Seats seats && inOrder.equals(seats.inOrder);
    }

    @Override
    public int hashCode() {
        return inOrder.hashCode();
    }

    @Override
    public String toString() {
        return inOrder.toString();
    }
}
