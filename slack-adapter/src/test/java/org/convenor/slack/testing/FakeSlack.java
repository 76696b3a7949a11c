package org.convenor.slack.testing;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Slack on the loopback interface: the methods of the Web API that we call, with its limits,
/// errors and rates; Socket Mode; and signed requests. Thread-safe.
public final class FakeSlack implements AutoCloseable {
    private final InstantSource clock;
    private final Map<String, FakeWorkspace> workspaces = new ConcurrentHashMap<>();
    private final Map<String, List<Fault>> faults = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Rates rates;
    private final ViewMethods views;
    private final HttpFront front;
    private final FileMethods files;
    private final FakeSocket socket;
    private final Responses responses = new Responses();
    private final Installs installs = new Installs(this::workspace);
    private volatile int mostPerPage = Integer.MAX_VALUE;

    private FakeSlack(InstantSource clock) throws IOException {
        this.clock = clock;
        this.rates = new Rates(clock);
        this.views = new ViewMethods(clock);
        this.front = new HttpFront(this);
        this.files = new FileMethods(front.url());
        this.socket = FakeSocket.start();
        front.start(files);
    }

    public static FakeSlack start(InstantSource clock) {
        try {
            return new FakeSlack(clock);
        } catch (IOException e) {
            throw new IllegalStateException("no port on the loopback interface", e);
        }
    }

    /// Where methods are called, with a slash at the end.
    public String api() {
        return front.url() + "api/";
    }

    /// A workspace in which our app is installed.
    public FakeWorkspace workspace(String id) {
        return workspaces.computeIfAbsent(id, name -> new FakeWorkspace(name, clock));
    }

    /// The next call of a method goes wrong; several calls of this method, several faults in order.
    public synchronized void next(String method, Fault... more) {
        faults.computeIfAbsent(method, _ -> new ArrayList<>()).addAll(List.of(more));
    }

    /// Every call for a workspace is refused with 429 for a while.
    public void limit(FakeWorkspace workspace, Duration time) {
        rates.hold(workspace.token(), time);
    }

    /// History in pages of 15, as for apps that are sold outside of the Marketplace.
    public void restrictHistory() {
        mostPerPage = 15;
    }

    /// The calls of a method so far, whatever came of them.
    public synchronized List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /// A trigger as a press or a command gives one.
    public String trigger(String user) {
        return views.trigger(user);
    }

    /// The modal that a person sees, or null.
    public @Nullable FakeView modal(String user) {
        return views.newest(user);
    }

    /// The Home of our app as a person sees it, or null.
    public @Nullable FakeView home(String user) {
        return views.find("H" + user);
    }

    /// A person closes a modal.
    public void close(FakeView view) {
        views.close(view.id());
    }

    /// A person uploads a file, for example in a modal.
    ///
    /// @return its id
    public String upload(String name, byte[] bytes) {
        return files.put(name, bytes);
    }

    /// A file that was uploaded, or null.
    public @Nullable FakeFile file(String id) {
        return files.find(id);
    }

    /// An administrator allows the app.
    ///
    /// @return the code with which they are sent back
    public String allow(String workspace) {
        return installs.allow(workspace);
    }

    /// Where the message in which somebody pressed can be changed.
    String responseUrl(FakeWorkspace workspace, String channel, FakeMessage message) {
        return front.url() + "response/" + responses.offer(workspace, channel, message.ts());
    }

    Responses responses() {
        return responses;
    }

    /// What comes in over Socket Mode.
    public FakeSocket socket() {
        return socket;
    }

    synchronized @Nullable Fault fault(Call call) {
        calls.add(call);
        var waiting = faults.get(call.method());
        return waiting == null || waiting.isEmpty() ? null : waiting.removeFirst();
    }

    /// How many calls were refused because there were too many.
    public int refusals() {
        return refusals.get();
    }

    long wait(Call call) {
        long wait = rates.wait(call);
        if (wait > 0) {
            refusals.incrementAndGet();
        }
        return wait;
    }

    /// What the token of a call may do, as a header tells it.
    String scopes(Call call) {
        var workspace = workspaces.get(call.token().replaceFirst("^xoxb-", ""));
        return workspace == null ? "" : String.join(",", workspace.scopes());
    }

    /// @throws SlackError what Slack answers instead
    JsonObject answer(Call call) {
        if (call.method().equals("oauth.v2.access")) {
            return installs.access(call);
        }
        if (call.token().isEmpty()) {
            throw new SlackError("not_authed");
        }
        if (call.method().equals("apps.connections.open")) {
            return socket.open(call);
        }
        var workspace = workspaces.get(call.token().replaceFirst("^xoxb-", ""));
        if (workspace == null || !call.token().startsWith("xoxb-")) {
            throw new SlackError("invalid_auth");
        }
        synchronized (workspace) {
            workspace.check("");
            return answer(workspace, call);
        }
    }

    private JsonObject answer(FakeWorkspace workspace, Call call) {
        return switch (call.method()) {
            case "auth.test" -> AppMethods.authTest(workspace);
            case "users.info" -> AppMethods.user(workspace, call);
            case "team.info" -> AppMethods.team(workspace);
            case "chat.postMessage" -> ChatMethods.post(workspace, call);
            case "chat.postEphemeral" -> ChatMethods.postEphemeral(workspace, call);
            case "chat.update" -> ChatMethods.update(workspace, call);
            case "chat.delete" -> ChatMethods.delete(workspace, call);
            case "conversations.open" -> ConversationMethods.open(workspace, call);
            case "conversations.info" -> ConversationMethods.info(workspace, call);
            case "conversations.members" -> ConversationMethods.members(workspace, call);
            case "conversations.history" ->
                    ConversationMethods.history(workspace, call, mostPerPage);
            case "conversations.replies" ->
                    ConversationMethods.replies(workspace, call, mostPerPage);
            case "views.open" -> views.open(call);
            case "views.update" -> views.update(call);
            case "views.publish" -> views.publish(call);
            case "files.getUploadURLExternal" -> files.ask(call);
            case "files.completeUploadExternal" -> files.complete(workspace, call);
            case "files.info" -> files.info(workspace, call);
            default -> throw new SlackError("unknown_method");
        };
    }

    @Override
    public void close() {
        front.close();
        socket.close();
    }
}
