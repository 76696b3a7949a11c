package org.convenor.runtime;

import java.util.Map;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.command.CommandLine;
import org.convenor.command.CommandLine.Word;
import org.convenor.command.ProtocolLine;
import org.jspecify.annotations.Nullable;

/// What somebody wants to do with protocols, whether typed or pressed.
///
/// @param argument a protocol's name, or which draft is meant; may be empty
/// @param values answers by field name
record ProtocolAct(
        ProtocolVerb verb,
        MemberId by,
        ChannelId room,
        String argument,
        Map<String, String> values) {
    /// Null if the input is about something else.
    static @Nullable ProtocolAct of(Input input) {
        return switch (input) {
            case Input.Pressed(var by, var press, var values) -> {
                var verb = ProtocolVerb.of(press.verb());
                var room = new ChannelId(press.session().value());
                yield verb == null
                        ? null
                        : new ProtocolAct(verb, by, room, press.argument(), values);
            }
            case Input.Typed(var by, var room, var line) -> {
                var command = CommandLine.parse(line);
                yield command.word() == Word.PROTOCOL
                        ? of(by, room, ProtocolLine.parse(command.rest()))
                        : null;
            }
            case Input.Wrote _ -> null;
        };
    }

    private static ProtocolAct of(MemberId by, ChannelId room, ProtocolLine line) {
        return switch (line) {
            case ProtocolLine.Overview(var typed) -> of(by, room, ProtocolVerb.OVERVIEW, typed);
            case ProtocolLine.All() -> of(by, room, ProtocolVerb.LIST, "");
            case ProtocolLine.Show(var name) ->
                    of(by, room, name.isEmpty() ? ProtocolVerb.LIST : ProtocolVerb.SHOW, name);
            case ProtocolLine.Copy(var name, var as) -> copy(by, room, name, as);
            case ProtocolLine.Check() -> of(by, room, ProtocolVerb.CHECK_FORM, "");
            case ProtocolLine.Rehearse(var name) ->
                    of(
                            by,
                            room,
                            name.isEmpty() ? ProtocolVerb.REHEARSE_FORM : ProtocolVerb.REHEARSE,
                            name);
            case ProtocolLine.Publish() -> of(by, room, ProtocolVerb.PUBLISH_FORM, "");
            case ProtocolLine.Versions(var name) ->
                    of(by, room, name.isEmpty() ? ProtocolVerb.LIST : ProtocolVerb.VERSIONS, name);
        };
    }

    private static ProtocolAct copy(MemberId by, ChannelId room, String name, String as) {
        return as.isEmpty()
                ? of(by, room, ProtocolVerb.COPY_FORM, name)
                : new ProtocolAct(
                        ProtocolVerb.COPY,
                        by,
                        room,
                        name,
                        Map.of(ProtocolForms.FROM, name, ProtocolForms.AS, as));
    }

    private static ProtocolAct of(MemberId by, ChannelId room, ProtocolVerb verb, String argument) {
        return new ProtocolAct(verb, by, room, argument, Map.of());
    }

    /// What was typed into a field, without what stands around it.
    String value(String field) {
        return values.getOrDefault(field, "").strip();
    }
}
