package org.convenor.proof;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One person in a storm: does whatever their page offers, doubles what they send, and repeats with
/// the same id what nobody acknowledged.
final class Storm implements Runnable {
    private final HttpSeat seat;
    private final String name;
    private final List<String> buttons;
    private final Random random;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile boolean over;
    private int marks;

    /// @param buttons the verbs of what this person presses, where their page has them
    Storm(HttpSeat seat, String name, List<String> buttons, long seed) {
        this.buttons = List.copyOf(buttons);
        this.seat = seat;
        this.name = name;
        this.random = new Random(seed);
    }

    /// The words that the server confirmed, each unlike every other: what was said, and the last
    /// answer to each question, since an answer replaces the one before.
    List<String> acknowledged() {
        return Stream.concat(said.stream(), answers.values().stream()).toList();
    }

    void stop() {
        over = true;
    }

    @Override
    public void run() {
        while (!over) {
            try {
                act();
            } catch (IOException down) {
                // The server was killed before it said anything that had to be kept.
                Thread.onSpinWait();
            }
        }
    }

    private void act() throws IOException {
        var offered = HttpSeat.presses(seat.page());
        switch (random.nextInt(3)) {
            case 0 -> speak();
            case 1 -> answer(HttpSeat.find("answer", offered));
            default -> {
                var verb = buttons.get(random.nextInt(buttons.size()));
                press(HttpSeat.find(verb, offered));
            }
        }
    }

    private void speak() {
        var words = marker();
        var id = HttpSeat.newId();
        if (untilAnswered(() -> seat.say(words, id))) {
            said.add(words);
        }
    }

    private void answer(@Nullable String form) {
        if (form != null) {
            var words = marker();
            var id = HttpSeat.newId();
            if (untilAnswered(() -> seat.send(form, Map.of("f0", words, "f1", "same"), id))) {
                answers.put(form.substring(form.lastIndexOf('~')), words);
            }
        }
    }

    private void press(@Nullable String press) {
        if (press != null) {
            var id = HttpSeat.newId();
            untilAnswered(() -> seat.send(press, Map.of(), id));
        }
    }

    private String marker() {
        return "mark-%s-%d.".formatted(name, ++marks);
    }

    /// Something that is sent.
    @FunctionalInterface
    private interface Sending {
        HttpSeat.Answer send() throws IOException;
    }

    /// @return whether the server said that it has it
    private boolean untilAnswered(Sending sending) {
        while (!over) {
            try {
                boolean taken = sending.send().isTaken();
                if (random.nextInt(4) == 0) {
                    sending.send();
                }
                return taken;
            } catch (IOException down) {
                Thread.onSpinWait();
            }
        }
        return false;
    }
}
