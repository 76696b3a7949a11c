package org.convenor.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.convenor.chat.Arg;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.session.Audience;
import org.convenor.session.Progress;
import org.convenor.session.Session;
import org.convenor.session.Unit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Values as stored JSON. Ids are plain strings, sealed types carry their simple name, and what is
/// null or empty is left out.
final class StateJson {
    /// Number of the way values are written now. A row says which one it was written in.
    static final int FORMAT = 2;

    /// Format 1 knew no groups and one holder for each role; it is read as it stands.
    private static final int OLDEST = 1;

    /// A sealed type carries its simple name as `is`.
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Named {}

    private static final JsonMapper JSON = mapper();

    private StateJson() {}

    static String write(Session session) {
        return JSON.writeValueAsString(SessionState.of(session));
    }

    static Session session(int format, String json, Protocol protocol) {
        requireKnown(format);
        var state = JSON.readValue(json, SessionState.class);
        return (format == OLDEST ? FormatOne.upgraded(state, protocol) : state).with(protocol);
    }

    static String write(Protocol protocol) {
        return JSON.writeValueAsString(protocol);
    }

    static Protocol protocol(int format, String json) {
        requireKnown(format);
        return JSON.readValue(json, Protocol.class);
    }

    static String write(Line line) {
        return JSON.writeValueAsString(line);
    }

    static Line line(String json) {
        return JSON.readValue(json, Line.class);
    }

    private static void requireKnown(int format) {
        if (format < OLDEST || format > FORMAT) {
            throw new IllegalStateException("stored in format " + format);
        }
    }

    private static JsonMapper mapper() {
        var builder =
                JsonMapper.builder()
                        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .addModule(ids())
                        .changeDefaultVisibility(visible ->
                                visible.withGetterVisibility(Visibility.NONE)
                                        .withIsGetterVisibility(Visibility.NONE)
                                        .withFieldVisibility(Visibility.ANY))
                        .changeDefaultPropertyInclusion(
                                always -> always.withValueInclusion(JsonInclude.Include.NON_NULL));
        for (var type :
                List.of(
                        Progress.class,
                        Step.class,
                        Answer.Kind.class,
                        Answer.Use.class,
                        Times.class,
                        Arg.class)) {
            builder.addMixIn(type, Named.class);
        }
        for (var type : List.of(List.class, Set.class, Map.class)) {
            builder.withConfigOverride(
                    type,
                    override ->
                            override.setInclude(
                                            JsonInclude.Value.construct(
                                                    JsonInclude.Include.NON_EMPTY,
                                                    JsonInclude.Include.ALWAYS))
                                    .setNullHandling(
                                            JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    private static SimpleModule ids() {
        var module = new SimpleModule("ids");
        asText(module, MemberId.class, MemberId::value, MemberId::new);
        asText(module, ChannelId.class, ChannelId::value, ChannelId::new);
        asText(module, SessionId.class, SessionId::value, SessionId::new);
        asText(module, Unit.class, Unit::key, Unit::new);
        asText(module, Audience.class, Audience::key, Audience::new);
        return module;
    }

    private static <T> void asText(
            SimpleModule module,
            Class<T> type,
            Function<T, String> toText,
            Function<String, T> fromText) {
        module.addSerializer(
                type,
                new StdSerializer<T>(type) {
                    @Override
                    public void serialize(
                            T value, JsonGenerator json, SerializationContext context) {
                        json.writeString(toText.apply(value));
                    }
                });
        module.addDeserializer(
                type,
                new StdDeserializer<T>(type) {
                    @Override
                    public T deserialize(JsonParser json, DeserializationContext context) {
                        return fromText.apply(json.getString());
                    }
                });
    }
}
