package org.convenor.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.convenor.chat.Account;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.people.Identity;
import org.convenor.runtime.Arrivals;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Input;
import org.convenor.runtime.Origin;
import org.convenor.slack.SlackBackend;
import org.convenor.view.Welcome;
import org.jspecify.annotations.Nullable;

/// The bot as Slack sees it.
public final class SlackSide implements SlackBackend {
    private static final String SLACK = "slack";

    private final Bot bot;
    private final Consumer<String> removed;

    /// @param removed told of every workspace that the app was taken out of
    public SlackSide(Bot bot, Consumer<String> removed) {
        this.bot = bot;
        this.removed = removed;
    }

    @Override
    public @Nullable MemberId member(Account account) {
        return bot.arrivals().member(identity(account));
    }

    private static Identity identity(Account account) {
        return new Identity(SLACK, account.tenant(), account.user());
    }

    @Override
    public @Nullable ChannelId channel(String workspace, String channel) {
        return bot.arrivals().channel(SLACK, workspace + "/" + channel);
    }

    @Override
    public Form introduction(Newcomer newcomer, @Nullable ChannelId in) {
        var districts = in == null ? List.<String>of() : bot.arrivals().districts(in);
        var submit = new Press(new SessionId("me"), 0, 0, "introduce", "");
        return Welcome.in(newcomer.locale()).introduction(newcomer.name(), districts, submit);
    }

    @Override
    public MemberId introduce(Newcomer newcomer, ChannelId in, Map<String, String> introduction) {
        return bot.arrivals().introduce(known(newcomer, introduction), in);
    }

    private static Arrivals.Newcomer known(Newcomer newcomer, Map<String, String> introduction) {
        var other = introduction.getOrDefault(Welcome.OTHER, "");
        return new Arrivals.Newcomer(
                identity(newcomer.account()),
                introduction.getOrDefault(Welcome.NAME, newcomer.name()),
                other.isBlank() ? introduction.getOrDefault(Welcome.DISTRICT, "") : other,
                newcomer.locale(),
                newcomer.zone());
    }

    @Override
    public Reply setUp(
            String code, Newcomer newcomer, NewChannel channel, Map<String, String> introduction) {
        bot.arrivals().setUp(code, known(newcomer, introduction), place(channel));
        return linked(newcomer.locale());
    }

    @Override
    public Reply link(MemberId by, NewChannel channel) {
        bot.arrivals().link(by, place(channel));
        return linked(language(by));
    }

    private static Arrivals.Place place(NewChannel channel) {
        var name = channel.name().isBlank() ? channel.channel() : channel.name();
        return new Arrivals.Place(SLACK, channel.workspace() + "/" + channel.channel(), name);
    }

    private static Reply linked(Locale locale) {
        return new Reply.Notice(Welcome.in(locale).linked());
    }

    @Override
    public Reply unlinked(Locale locale) {
        return new Reply.Refused(Welcome.in(locale).unlinked());
    }

    @Override
    public Reply unclear(MemberId member) {
        return new Reply.Refused(Welcome.in(language(member)).unclear());
    }

    @Override
    public void enter(MemberId member, ChannelId channel) {
        bot.arrivals().enter(member, channel);
    }

    @Override
    public Reply press(MemberId by, String sourceKey, Press press, Map<String, String> values) {
        return bot.convener().handle(sourceKey, new Input.Pressed(by, press, values));
    }

    @Override
    public Reply form(MemberId by, Press press) {
        return bot.panels().form(by, press);
    }

    @Override
    public Reply type(MemberId by, String sourceKey, ChannelId in, String line) {
        return bot.convener().handle(sourceKey, new Input.Typed(by, in, line));
    }

    @Override
    public Reply write(
            MemberId by,
            String sourceKey,
            ChannelId in,
            Conversation thread,
            String ts,
            String words) {
        var origin = new Origin(in, thread.group(), ts);
        return bot.convener()
                .handle(sourceKey, new Input.Wrote(by, thread.session(), 0, words, origin));
    }

    @Override
    public void reword(MemberId by, ChannelId in, String ts, String words) {
        bot.amendments().reword(by, in, ts, words);
    }

    @Override
    public void withdraw(ChannelId in, String ts) {
        bot.amendments().withdraw(in, ts);
    }

    @Override
    public @Nullable Conversation thread(ChannelId in, String ts) {
        var found = bot.panels().thread(in, ts);
        return found == null ? null : new Conversation(found.session(), found.group());
    }

    @Override
    public @Nullable SessionId current(ChannelId channel) {
        return bot.panels().current(channel);
    }

    @Override
    public @Nullable ChannelId usual(MemberId member) {
        return bot.panels().usual(member);
    }

    @Override
    public Message panel(MemberId reader, SessionId session) {
        return bot.panels().panel(session, reader);
    }

    @Override
    public Page page(MemberId reader) {
        return new Page(bot.panels().page(reader));
    }

    @Override
    public Locale language(MemberId member) {
        return bot.arrivals().language(member);
    }

    @Override
    public void renamed(ChannelId channel, String name) {
        bot.arrivals().rename(channel, name);
    }

    @Override
    public void removed(String workspace) {
        removed.accept(workspace);
    }

    @Override
    public Message stranger(Locale locale) {
        return Welcome.in(locale).stranger();
    }

    @Override
    public Message introduceFirst(Locale locale, Press press) {
        return Welcome.in(locale).introduceFirst(press);
    }

    @Override
    public Message openAgain(Locale locale, Press press) {
        return Welcome.in(locale).openAgain(press);
    }

    @Override
    public void warmUp() {
        try {
            bot.arrivals().member(new Identity(SLACK, "", ""));
            bot.panels().current(new ChannelId("none"));
        } catch (ProblemException _) {
            // Whoever presses first is told.
        }
    }
}
