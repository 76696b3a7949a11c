package org.convenor.rehearsal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Role;
import org.jspecify.annotations.Nullable;

/// A seat that whoever tries the demo can pick.
///
/// @param key as addresses name it
/// @param about in one sentence, what one does there
/// @param role the protocol's role that goes with it, or null if none does
public record Chair(
        Kind kind,
        String key,
        String title,
        String about,
        String introduction,
        @Nullable String role) {
    /// Who sits there.
    public enum Kind {
        FACILITATOR,
        /// Whom the facilitator names for the first role.
        NAMED,
        ONE_OF_THE_OTHERS
    }

    private static final String FACILITATES =
            "You call the session, keep the time and lead from step to step.";

    /// What somebody does who is named for a role, by its name.
    private static final Map<String, String> NAMED =
            Map.of(
                    "presenter",
                    "You bring a plan, listen while others look at it, and decide what to change.",
                    "proposer",
                    "You bring a proposal, hear what stands against it, and word it anew.");

    /// What the others do, by the name of their role.
    private static final Map<String, String> OTHERS =
            Map.of(
                    "friends",
                    "You look closely at another district's plan and say what works and what you wonder.");

    /// The seats of a protocol, whoever facilitates first.
    public static List<Chair> of(Protocol protocol) {
        var named = protocol.roles().stream().filter(Role::isNamed).map(Role::name).findFirst();
        var facilitator =
                new Chair(
                        Kind.FACILITATOR,
                        "facilitator",
                        "The facilitator",
                        FACILITATES,
                        "You are the facilitator.",
                        null);
        return named.isEmpty()
                ? List.of(facilitator, other(protocol))
                : List.of(facilitator, named(named.get()), other(protocol));
    }

    private static Chair named(String role) {
        return new Chair(
                Kind.NAMED,
                role.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                "The " + role,
                NAMED.getOrDefault(role, "The facilitator names you: some steps are yours alone."),
                "You are the " + role + ".",
                role);
    }

    private static Chair other(Protocol protocol) {
        var role =
                protocol.roles().stream()
                        .filter(one -> one.holder() == Role.Holder.EVERYONE_ELSE)
                        .map(Role::name)
                        .findFirst()
                        .orElse(null);
        var about = role == null ? null : OTHERS.get(role);
        return about == null
                ? new Chair(
                        Kind.ONE_OF_THE_OTHERS,
                        "participant",
                        "One of the others",
                        "You take part as most people do: think, talk, and say what you would do.",
                        "You take part.",
                        role)
                : new Chair(
                        Kind.ONE_OF_THE_OTHERS,
                        "friend",
                        "A critical friend",
                        about,
                        "You are a critical friend.",
                        role);
    }

    boolean leads() {
        return kind == Kind.FACILITATOR;
    }

    /// Whether somebody in this seat listens in a step.
    boolean isListening(@Nullable String listening) {
        return role != null && role.equalsIgnoreCase(listening);
    }

    /// Whose seat it is.
    public Cast.Person person(Guests guests) {
        return switch (kind) {
            case FACILITATOR -> guests.facilitator();
            case NAMED -> guests.presenter();
            case ONE_OF_THE_OTHERS -> guests.friend();
        };
    }
}
