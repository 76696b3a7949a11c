package org.convenor.slack;

import java.util.Locale;
import java.util.Map;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.slack.SlackBackend.NewChannel;
import org.convenor.slack.SlackBackend.Newcomer;
import org.jspecify.annotations.Nullable;

/// Grants what people ask for, once it is clear who they are and where.
final class Wishes {
    private static final String LINK = "link";
    private static final String SET_UP = "setup ";

    private final SlackBackend backend;
    private final Profiles profiles;

    Wishes(SlackBackend backend, Profiles profiles) {
        this.backend = backend;
        this.profiles = profiles;
    }

    /// @param values answers by field name; empty where no form was sent
    Answer grant(Act act, Wish wish, Map<String, String> values) {
        var channel = channel(act);
        var member = backend.member(act.account());
        if (wish instanceof Wish.SetUp setUp && act.place() != null) {
            return introduce(act, channel, setUp);
        }
        if (member == null) {
            return stranger(act, channel, wish);
        }
        if (channel != null) {
            backend.enter(member, channel);
        }
        return Answer.to(
                member,
                backend.language(member),
                said(() -> granted(act, member, channel, wish, values)));
    }

    private Answer stranger(Act act, @Nullable ChannelId channel, Wish wish) {
        if (channel != null) {
            return introduce(act, channel, wish);
        }
        var language = profiles.of(act.account()).locale();
        return Answer.toStranger(
                language,
                act.place() == null
                        ? new Reply.Notice(backend.stranger(language))
                        : backend.unlinked(language));
    }

    private Answer introduce(Act act, @Nullable ChannelId channel, Wish wish) {
        var newcomer = profiles.of(act.account());
        return new Answer(
                new Reply.FormOpened(backend.introduction(newcomer, channel)),
                null,
                newcomer.locale(),
                wish);
    }

    /// Somebody said who they are: then they get what they asked for before.
    Answer introduced(Act act, Wish wish, Map<String, String> introduction) {
        var known = profiles.of(act.account());
        try {
            return introduced(act, wish, introduction, known);
        } catch (ProblemException e) {
            return Answer.toStranger(known.locale(), new Reply.Refused(e.problem()));
        }
    }

    private Answer introduced(
            Act act, Wish wish, Map<String, String> introduction, Newcomer newcomer) {
        var place = act.place();
        if (wish instanceof Wish.SetUp(var code, var name) && place != null) {
            var channel = new NewChannel(place.workspace(), place.channel(), name);
            return Answer.toStranger(
                    newcomer.locale(), backend.setUp(code, newcomer, channel, introduction));
        }
        var channel = channel(act);
        if (channel == null) {
            return Answer.toStranger(newcomer.locale(), backend.unlinked(newcomer.locale()));
        }
        backend.introduce(newcomer, channel, introduction);
        return grant(act, wish, Map.of());
    }

    private Reply granted(
            Act act,
            MemberId member,
            @Nullable ChannelId channel,
            Wish wish,
            Map<String, String> values) {
        return switch (wish) {
            case Wish.Pressed(var press) -> backend.press(member, act.sourceKey(), press, values);
            case Wish.Opened(var press) -> backend.form(member, press);
            case Wish.Mine(var session) -> new Reply.Notice(backend.panel(member, session));
            case Wish.Typed(var line) -> typed(act, member, channel, line);
            case Wish.SetUp _, Wish.Known _ -> new Reply.Nothing();
        };
    }

    private Reply typed(Act act, MemberId member, @Nullable ChannelId channel, String line) {
        var place = act.place();
        if (place != null && line.strip().equalsIgnoreCase(LINK)) {
            // The name comes with the next rename; until then its id says which one it is.
            return backend.link(member, new NewChannel(place.workspace(), place.channel(), ""));
        }
        var in = place == null ? backend.usual(member) : channel;
        if (in == null) {
            return place == null
                    ? backend.unclear(member)
                    : backend.unlinked(backend.language(member));
        }
        return backend.type(member, act.sourceKey(), in, line);
    }

    /// What a line after `/convene` asks for.
    static Wish wish(String line, String channelName) {
        var stripped = line.strip();
        return stripped.toLowerCase(Locale.ROOT).startsWith(SET_UP)
                ? new Wish.SetUp(
                        stripped.substring(SET_UP.length()).strip().split("\\s", 2)[0], channelName)
                : new Wish.Typed(stripped);
    }

    /// The linked channel somebody acts in, or null.
    @Nullable ChannelId channel(Act act) {
        var place = act.place();
        return place == null ? null : backend.channel(place.workspace(), place.channel());
    }

    /// What to say to somebody whose words cannot be taken yet.
    Message introduceFirst(Act act) {
        return backend.introduceFirst(profiles.of(act.account()).locale(), Wish.introducing());
    }

    @FunctionalInterface
    private interface Saying {
        Reply say();
    }

    private static Reply said(Saying saying) {
        try {
            return saying.say();
        } catch (ProblemException e) {
            return new Reply.Refused(e.problem());
        }
    }
}
