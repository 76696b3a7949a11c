package org.convenor.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Rooms;
import org.convenor.session.Progress;
import org.convenor.session.Session;
import org.jspecify.annotations.Nullable;

/// Marks every text that is answered, and looks at every seat after every move for marks that must
/// not be there yet.
final class Secrets implements Witness {
    private final Protocol protocol;
    private final Map<MemberId, Place> seats = new LinkedHashMap<>();
    private final Map<String, Secret> secrets = new HashMap<>();
    private final int most;
    private long heardUpTo;
    private int moves;

    /// @param visit at which it was answered
    private record Secret(MemberId by, String question, int track, int visit) {}

    /// @param most moves after which this session should have ended
    Secrets(Protocol protocol, int most) {
        this.protocol = protocol;
        this.most = most;
    }

    @Override
    public Place seated(MemberId member, Place place) {
        seats.put(member, place);
        return new Marking(member, place);
    }

    @Override
    public void moved(Bot bot, ChannelId room, SessionId id) {
        var session = bot.session(id);
        assertThat(++moves).as("moves of a session that goes on, %s", session).isLessThan(most);
        for (var member : seats.keySet()) {
            var look = bot.rooms().look(room, member);
            for (var mark : marks(text(look))) {
                assertThat(maySee(session, look, member, secrets.get(mark)))
                        .as("%s sees %s, %s", member, mark, secrets.get(mark))
                        .isTrue();
            }
        }
        var lines = bot.rooms().thread(room, seats.keySet().iterator().next(), heardUpTo, 1000);
        for (var line : lines) {
            heardUpTo = line.seq();
            for (var mark : marks(Transcript.text(line.message()))) {
                assertThat(isOut(session, secrets.get(mark)))
                        .as("the thread has %s, %s", mark, secrets.get(mark))
                        .isTrue();
            }
        }
    }

    private static String text(Rooms.Look look) {
        var messages = new ArrayList<Message>(List.of(look.board(), look.panel()));
        look.inbox().forEach(one -> messages.add(one.message()));
        return messages.stream().map(Message::toString).collect(Collectors.joining("\n"));
    }

    private Set<String> marks(String text) {
        return secrets.keySet().stream()
                .filter(text::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean maySee(
            Session session, Rooms.Look look, MemberId reader, @Nullable Secret secret) {
        if (secret == null || isOfOnePen(session, reader, secret)) {
            return true;
        }
        boolean leads = session.facilitator().equals(reader);
        return switch (reveal(secret.question())) {
            case NEVER -> false;
            case TO_FACILITATORS -> leads;
            case TO_THE_OWN_TEAM ->
                    look.me().team().id().equals(team(session, secret.by()))
                            && isOut(session, secret);
            case TOGETHER -> isOut(session, secret);
            case AS_THEY_ARRIVE, TO_THE_PRESENTER, TO_THE_OWN_GROUP, TO_THE_NEXT_GROUP -> true;
        };
    }

    private static @Nullable String team(Session session, MemberId member) {
        var seat = session.seat(member);
        return seat == null ? null : seat.team();
    }

    /// Whether both answer as one, as teams, groups and whoever holds a role together do.
    private static boolean isOfOnePen(Session session, MemberId reader, Secret secret) {
        if (reader.equals(secret.by())) {
            return true;
        }
        var one = session.seat(reader);
        var other = session.seat(secret.by());
        return one != null
                && other != null
                && session.answers().values().stream()
                        .flatMap(answers -> answers.keySet().stream())
                        .map(org.convenor.session.Unit::new)
                        .filter(unit -> session.includes(unit, one))
                        .anyMatch(unit -> session.includes(unit, other));
    }

    /// Together means: when the step has closed. A group that has come to its end stays at its last
    /// step until the others have.
    private boolean isOut(Session session, @Nullable Secret secret) {
        if (secret == null || reveal(secret.question()) == Reveal.AS_THEY_ARRIVE) {
            return true;
        }
        return session.isOver()
                || session.tracks().values().stream()
                        .noneMatch(track ->
                                track.id() == secret.track()
                                        && track.visit() == secret.visit()
                                        && !(track.progress() instanceof Progress.Arrived));
    }

    private Reveal reveal(String question) {
        for (var step : protocol.steps()) {
            for (var one : new @Nullable Step[] {step, step.meanwhile()}) {
                if (one != null && one.title().equals(question)) {
                    return switch (one) {
                        case Step.Ask ask -> ask.reveal();
                        case Step.Decide decide -> decide.reveal();
                        case Step.Round round -> round.reveal();
                        case Step.Say _,
                                Step.Display _,
                                Step.Turn _,
                                Step.Talk _,
                                Step.Quiet _,
                                Step.Keep _,
                                Step.Group _,
                                Step.Swap _,
                                Step.Repeat _,
                                Step.When _,
                                Step.Stop _,
                                Step.Deal _,
                                Step.Sort _ ->
                                Reveal.AS_THEY_ARRIVE;
                    };
                }
            }
        }
        return Reveal.AS_THEY_ARRIVE;
    }

    /// A seat from which every text goes out with a mark that is its own.
    private final class Marking implements Place {
        private final MemberId member;
        private final Place place;

        Marking(MemberId member, Place place) {
            this.member = member;
            this.place = place;
        }

        @Override
        public Glance look() {
            return place.look();
        }

        @Override
        public @Nullable Form press(Press press, Map<String, String> values) {
            return place.press(
                    press, press.verb().equals("answer") ? marked(press, values) : values);
        }

        private Map<String, String> marked(Press press, Map<String, String> values) {
            var marked = new LinkedHashMap<>(values);
            for (var form : place.look().forms()) {
                for (var field : form.fields()) {
                    var value = values.getOrDefault(field.name(), "");
                    if (form.submit().equals(press)
                            && field.input() instanceof Form.Input.Text
                            && field.value().isEmpty()
                            && !value.isEmpty()
                            && !value.contains("\n")) {
                        var mark = "[secret " + secrets.size() + "]";
                        secrets.put(
                                mark,
                                new Secret(member, press.argument(), press.track(), press.visit()));
                        marked.put(field.name(), mark + " " + value);
                    }
                }
            }
            return marked;
        }

        @Override
        public void write(int visit, String words) {
            place.write(visit, words);
        }

        @Override
        public @Nullable Form type(String line) {
            return place.type(line);
        }
    }
}
