package org.convenor.server;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Press;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.people.Right;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Input;
import org.convenor.runtime.Lobby;
import org.convenor.runtime.Rooms;
import org.convenor.view.Heard;
import org.convenor.view.StageView;
import org.convenor.web.Backend;
import org.convenor.web.ProtocolBackend;
import org.convenor.web.Watchers;
import org.jspecify.annotations.Nullable;

/// The bot as the browser room sees it.
final class BrowserBackend implements Backend {
    private final Bot bot;
    private final Watchers watchers;
    private final @Nullable Newcomers newcomers;

    BrowserBackend(Bot bot, Watchers watchers) {
        this(bot, watchers, null);
    }

    /// @param newcomers who may sit down without an invitation; null outside of a demo
    BrowserBackend(Bot bot, Watchers watchers, @Nullable Newcomers newcomers) {
        this.bot = bot;
        this.watchers = watchers;
        this.newcomers = newcomers;
    }

    @Override
    public Reply press(MemberId by, String sourceKey, Press press, Map<String, String> values) {
        return bot.convener().handle(sourceKey, new Input.Pressed(by, press, values));
    }

    @Override
    public Reply write(
            MemberId by,
            String sourceKey,
            ChannelId in,
            SessionId session,
            int visit,
            String words) {
        return bot.convener().handle(sourceKey, new Input.Wrote(by, session, visit, words));
    }

    @Override
    public Reply type(MemberId by, String sourceKey, ChannelId in, String line) {
        return bot.convener().handle(sourceKey, new Input.Typed(by, in, line));
    }

    @Override
    public RoomView room(ChannelId room, MemberId reader) {
        var look = bot.rooms().look(room, reader);
        return new RoomView(
                look.channel(),
                look.me(),
                look.session(),
                look.visit(),
                newcomers == null ? look.board() : newcomers.board(look),
                newcomers == null ? look.panel() : newcomers.panel(look, reader),
                look.panelKey(),
                look.inbox().stream()
                        .map(one -> new InboxItem(one.key(), one.at(), one.message()))
                        .toList(),
                look.maySpeak(),
                look.composerHint(),
                look.composerTo(),
                hearing(look.hearing()),
                look.people().stream()
                        .map(person -> new PersonHere(person.name(), person.team(), person.state()))
                        .toList());
    }

    private static Hearing hearing(Rooms.Hearing hearing) {
        var groups =
                hearing.groups().stream()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining("."));
        return new Hearing(hearing.usual(), groups, hearing.hasGroups());
    }

    @Override
    public Lines thread(
            ChannelId room, MemberId reader, @Nullable Heard heard, long afterSeq, int limit) {
        return lines(bot.rooms().heard(room, reader, heard, afterSeq, limit));
    }

    @Override
    public Lines latest(ChannelId room, MemberId reader, @Nullable Heard heard, int limit) {
        return lines(bot.rooms().latest(room, reader, heard, limit));
    }

    private static Lines lines(Rooms.Lines found) {
        return new Lines(
                found.lines().stream()
                        .map(line ->
                                new ThreadLine(
                                        line.seq(),
                                        line.at(),
                                        line.message(),
                                        line.mine(),
                                        line.group()))
                        .toList(),
                found.upTo());
    }

    @Override
    public AutoCloseable watch(ChannelId room, Runnable onChange) {
        return watchers.watch(room, onChange);
    }

    @Override
    public StageView stage(String code) {
        var room = bot.lobby().stage(code);
        if (room == null) {
            throw new ProblemException(
                    new Problem(
                            "This stage link is not valid.",
                            "It has a typing error, or it is older than 14 days.",
                            "Open the stage page from the room again."));
        }
        var stage = bot.rooms().stage(room);
        return stage == null ? StageView.idle() : stage;
    }

    @Override
    public @Nullable MemberId signedIn(String token) {
        return bot.lobby().signedIn(token);
    }

    @Override
    public String deviceCode(MemberId member) {
        return bot.lobby().deviceCode(member);
    }

    @Override
    public SignedIn signIn(String deviceCode) {
        return signedIn(bot.lobby().signIn(deviceCode));
    }

    @Override
    public void signOut(String token) {
        bot.lobby().signOut(token);
    }

    @Override
    public SignedIn claimSetup(String code, String name, String district) {
        return signedIn(bot.lobby().claimSetup(code, name, district));
    }

    @Override
    public SignedIn join(String inviteCode, String name, String district) {
        var login = bot.lobby().join(inviteCode, name, district);
        watchers.changed(login.room());
        return signedIn(login);
    }

    @Override
    public List<SeatView> seats() {
        return newcomers == null ? List.of() : newcomers.seats();
    }

    @Override
    public SignedIn takeSeat(String key) {
        return newcomers == null ? Backend.super.takeSeat(key) : newcomers.take(key);
    }

    @Override
    public ChannelId enter(MemberId member, String inviteCode) {
        var room = bot.lobby().join(inviteCode, member);
        watchers.changed(room);
        return room;
    }

    private static SignedIn signedIn(Lobby.SignedIn login) {
        return new SignedIn(login.member(), login.token(), login.room());
    }

    @Override
    public ChannelId makeRoom(MemberId by, String name) {
        return bot.lobby().makeRoom(by, name);
    }

    @Override
    public String invite(MemberId by, ChannelId room) {
        return bot.lobby().invite(by, room);
    }

    @Override
    public String stageCode(MemberId by, ChannelId room) {
        return bot.lobby().stageCode(by, room);
    }

    @Override
    public List<Channel> rooms(MemberId of) {
        return bot.lobby().rooms(of);
    }

    @Override
    public InviteView invitation(String code) {
        var invitation = bot.lobby().invitation(code);
        return new InviteView(invitation.roomName(), invitation.by());
    }

    @Override
    public Export export(MemberId by, SessionId session) {
        var download = bot.rooms().record(session, by);
        return new Export(download.fileName(), download.markdown());
    }

    @Override
    public ProtocolBackend protocols() {
        return new BrowserProtocols(bot.workshop());
    }

    @Override
    public boolean may(MemberId who, @Nullable ChannelId room, Right right) {
        return bot.rooms().rights(room, who).contains(right);
    }
}
