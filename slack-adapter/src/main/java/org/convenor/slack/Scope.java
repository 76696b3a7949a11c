package org.convenor.slack;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What our app may do in a workspace: the least that works. A scope that nothing needs any more is
/// taken out, and with it a question of every administrator.
@SuppressWarnings("ImmutableEnumChecker") // its sets are those of Set.of
public enum Scope {
    CHAT_WRITE(
            "chat:write",
            "Posts a session's board and lines, edits the board, shows private words.",
            Set.of("chat.postMessage", "chat.update", "chat.postEphemeral"),
            Set.of()),
    COMMANDS("commands", "Offers /convene.", Set.of(), Set.of()),
    APP_MENTIONS_READ(
            "app_mentions:read",
            "Hears \"@Convenor next\" in a thread, where slash commands do not work.",
            Set.of(),
            Set.of("app_mention")),
    CHANNELS_HISTORY(
            "channels:history",
            "Takes what people write in a session's thread; after a crash, looks whether a post arrived.",
            Set.of("conversations.history", "conversations.replies"),
            Set.of("message.channels")),
    GROUPS_HISTORY(
            "groups:history",
            "The same in private channels to which Convenor was invited.",
            Set.of("conversations.history", "conversations.replies"),
            Set.of("message.groups")),
    IM_HISTORY(
            "im:history",
            "Takes what a person writes to Convenor alone.",
            Set.of("conversations.history"),
            Set.of("message.im")),
    IM_WRITE(
            "im:write",
            "Opens the direct message for private words and the facilitator's remote.",
            Set.of("conversations.open"),
            Set.of()),
    CHANNELS_READ(
            "channels:read",
            "Knows who joins a linked channel, its name, and whether it is archived.",
            Set.of("conversations.info"),
            Set.of("member_joined_channel", "channel_rename")),
    GROUPS_READ(
            "groups:read",
            "The same for private channels to which Convenor was invited.",
            Set.of("conversations.info"),
            Set.of("member_joined_channel", "group_rename")),
    USERS_READ(
            "users:read",
            "Shows people by their name, in their language and time zone.",
            Set.of("users.info"),
            Set.of()),
    FILES_READ(
            "files:read",
            "Keeps the link of a file that somebody shares in a session.",
            Set.of("files.info"),
            Set.of()),
    FILES_WRITE(
            "files:write",
            "Hands out the record of a session as a file.",
            Set.of("files.uploadV2"),
            Set.of());

    /// Methods and events that need no scope.
    private static final Set<String> FREE =
            Set.of(
                    "api.test",
                    "auth.test",
                    "oauth.v2.access",
                    "views.open",
                    "views.update",
                    "views.publish",
                    "views.push");

    private static final Set<String> FREE_EVENTS =
            Set.of("app_home_opened", "app_uninstalled", "tokens_revoked");

    /// Asked with the token of an app, which has a scope of its own.
    private static final Set<String> OF_APP_TOKEN = Set.of("apps.connections.open");

    private final String id;
    private final String reason;
    private final Set<String> methods;
    private final Set<String> events;

    Scope(String id, String reason, Set<String> methods, Set<String> events) {
        this.id = id;
        this.reason = reason;
        this.methods = methods;
        this.events = events;
    }

    /// What Slack calls it.
    public String id() {
        return id;
    }

    /// Why it is asked for, for an administrator.
    public String reason() {
        return reason;
    }

    /// The methods that need it.
    public Set<String> methods() {
        return methods;
    }

    /// What we hear only with it.
    public Set<String> events() {
        return events;
    }

    /// All of them, as Slack takes them when an app is installed.
    public static List<String> ids() {
        return Stream.of(values()).map(Scope::id).toList();
    }

    /// Every method that may be called with what the manifest asks for.
    public static Set<String> allowedMethods() {
        return Stream.of(
                        Stream.of(values()).flatMap(scope -> scope.methods.stream()),
                        FREE.stream(),
                        OF_APP_TOKEN.stream())
                .flatMap(each -> each)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Every event that we are told about, in the order of the manifest.
    public static List<String> allEvents() {
        return Stream.concat(
                        FREE_EVENTS.stream(),
                        Stream.of(values()).flatMap(scope -> scope.events.stream()))
                .distinct()
                .sorted()
                .toList();
    }
}
