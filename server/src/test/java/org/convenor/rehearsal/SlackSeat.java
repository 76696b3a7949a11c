package org.convenor.rehearsal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;
import org.convenor.runtime.Bot;
import org.convenor.slack.testing.FakeMessage;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.FakeView;
import org.convenor.slack.testing.FakeWorkspace;
import org.convenor.slack.testing.Interactions;
import org.jspecify.annotations.Nullable;

/// A seat in a channel of the fake Slack: only what stands there can be pressed. Not thread-safe.
final class SlackSeat implements Place {
    private final Bot bot;
    private final FakeSlack fake;
    private final FakeWorkspace workspace;
    private final String channel;
    private final String user;
    private final Interactions interactions;
    private final SlackWay way;
    private final Acknowledged acknowledged = new Acknowledged();

    SlackSeat(
            Bot bot,
            FakeSlack fake,
            FakeWorkspace workspace,
            String channel,
            String user,
            Interactions interactions,
            SlackWay way) {
        this.bot = bot;
        this.fake = fake;
        this.workspace = workspace;
        this.channel = channel;
        this.user = user;
        this.interactions = interactions;
        this.way = way;
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    MemberId member() {
        return Objects.requireNonNull(
                bot.arrivals()
                        .member(new org.convenor.people.Identity("slack", workspace.id(), user)));
    }

    ChannelId room() {
        return Objects.requireNonNull(
                bot.arrivals().channel("slack", workspace.id() + "/" + channel));
    }

    /// Types a command and says who they are.
    void introduce(String command, Cast.Person person) {
        send("slash_commands", interactions.command(workspace, user, channel, command));
        var modal = Objects.requireNonNull(fake.modal(user), "nobody asked who " + user + " is");
        var answer =
                send(
                        "interactive",
                        interactions.submit(
                                workspace,
                                modal,
                                Map.of("name", person.name(), "other", person.district())));
        demandTaken(answer);
        fake.close(modal);
    }

    @Override
    public Glance look() {
        return Glance.of(bot.rooms().look(room(), member()));
    }

    @Override
    public @Nullable Form press(Press press, Map<String, String> values) {
        if (values.isEmpty()) {
            pressed(press.encode(), _ -> true);
            return null;
        }
        var modal = fake.modal(user);
        if (modal == null || !isFor(modal, press)) {
            pressed(press.encode(), button -> button.get("action_id").getAsString().equals("open"));
            modal = Objects.requireNonNull(fake.modal(user), "no form opened");
        }
        demandTaken(send("interactive", interactions.submit(workspace, modal, values)));
        fake.close(modal);
        acknowledged.sent(press, values);
        return null;
    }

    private static boolean isFor(FakeView modal, Press press) {
        return metadata(modal).endsWith("\npress " + press.encode());
    }

    private static String metadata(FakeView modal) {
        return modal.view().get("private_metadata").getAsString();
    }

    /// Presses a button that stands in what this person alone sees, or on the board.
    private void pressed(String value, Predicate<JsonObject> kind) {
        var found = find(value, kind);
        if (found == null) {
            send("interactive", interactions.press(workspace, user, channel, board(), "My part"));
            found = find(value, kind);
        }
        if (found == null) {
            throw new IllegalStateException(user + " sees no button " + value);
        }
        send(
                "interactive",
                interactions.pressed(workspace, user, channel, found.message(), found.button()));
    }

    private record Found(FakeMessage message, JsonObject button) {}

    private @Nullable Found find(String value, Predicate<JsonObject> kind) {
        var seen = Stream.of(workspace.ephemerals(channel, user), List.of(board()));
        return seen.flatMap(List::stream)
                .flatMap(message -> buttons(message).map(button -> new Found(message, button)))
                .filter(found -> found.button().get("value").getAsString().equals(value))
                .filter(found -> kind.test(found.button()))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static Stream<JsonObject> buttons(FakeMessage message) {
        var buttons = new ArrayList<JsonObject>();
        for (var block : message.blocks()) {
            if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                block.getAsJsonObject()
                        .getAsJsonArray("elements")
                        .forEach(one -> buttons.add(one.getAsJsonObject()));
            }
        }
        return buttons.stream();
    }

    private FakeMessage board() {
        return workspace.messages(channel).stream()
                .filter(message -> message.buttons().contains("My part"))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IllegalStateException("no board stands"));
    }

    @Override
    public void write(int visit, String words) {
        var root = board().ts();
        var ts = workspace.write(channel, user, words, root);
        var event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("channel", channel);
        event.addProperty("user", user);
        event.addProperty("text", words.replace("&", "&amp;").replace("<", "&lt;"));
        event.addProperty("ts", ts);
        event.addProperty("thread_ts", root);
        send("events_api", interactions.event(workspace, event));
        acknowledged.wrote(words);
    }

    @Override
    public @Nullable Form type(String line) {
        send(
                "slash_commands",
                interactions.command(
                        workspace, user, channel, line.replaceFirst("^/convene ", "")));
        var modal = fake.modal(user);
        return modal == null ? null : form(modal);
    }

    /// The form in a modal, as far as somebody who fills it in needs it.
    private static Form form(FakeView modal) {
        var fields = new ArrayList<Form.Field>();
        for (var one : modal.view().getAsJsonArray("blocks")) {
            var block = one.getAsJsonObject();
            if (block.get("type").getAsString().equals("input")) {
                fields.add(field(block));
            }
        }
        var press = Press.parse(metadata(modal).split("\npress ", 2)[1]);
        return new Form("", "", "", fields, "", press);
    }

    private static Form.Field field(JsonObject block) {
        var element = block.getAsJsonObject("element");
        var label = block.getAsJsonObject("label").get("text").getAsString();
        var name = block.get("block_id").getAsString();
        boolean several = element.get("type").getAsString().matches("checkboxes|multi_.*");
        var input =
                element.has("options")
                        ? new Form.Input.Pick(
                                options(element.getAsJsonArray("options")), several ? 2 : 1)
                        : new Form.Input.Text(3_000, true);
        var initial =
                element.has("initial_option")
                        ? element.getAsJsonObject("initial_option").get("value").getAsString()
                        : element.has("initial_value")
                                ? element.get("initial_value").getAsString()
                                : "";
        return new Form.Field(name, label, "", input, true, initial);
    }

    private static List<Form.Option> options(JsonArray options) {
        var all = new ArrayList<Form.Option>();
        for (var one : options) {
            var option = one.getAsJsonObject();
            all.add(
                    new Form.Option(
                            option.get("value").getAsString(),
                            option.getAsJsonObject("text").get("text").getAsString()));
        }
        return all;
    }

    SessionId session() {
        return Objects.requireNonNull(bot.panels().current(room()));
    }

    private JsonObject send(String kind, JsonObject payload) {
        try {
            return way.send(kind, payload);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("our app does not answer", e);
        }
    }

    private static void demandTaken(JsonObject answer) {
        if (answer.has("errors")) {
            throw new IllegalStateException("a form was not taken: " + answer);
        }
    }
}
