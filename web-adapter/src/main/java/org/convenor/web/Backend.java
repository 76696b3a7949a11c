package org.convenor.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Press;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.view.Heard;
import org.convenor.view.StageView;
import org.jspecify.annotations.Nullable;

/// What the browser room asks of the bot. Every method may be called from many threads at once;
/// each throws [org.convenor.chat.ProblemException] when it cannot be done, and then changed
/// nothing.
///
/// A `sourceKey` names one input: the same key again changes nothing and is answered from the
/// current state.
public interface Backend {
    /// A button, or a form with its answers by field name; several picked options are joined by
    /// line feeds.
    Reply press(MemberId by, String sourceKey, Press press, Map<String, String> values);

    /// Words for the thread of a running session.
    Reply write(
            MemberId by,
            String sourceKey,
            ChannelId in,
            SessionId session,
            int visit,
            String words);

    /// One line that begins with `/convene`.
    Reply type(MemberId by, String sourceKey, ChannelId in, String line);

    /// What one member sees of a room. Unknown rooms and rooms of others are the same problem.
    RoomView room(ChannelId room, MemberId reader);

    /// Lines of the room in order.
    ///
    /// @param heard whose; null for what is usual for the reader
    /// @param afterSeq only lines later than this; zero for all
    Lines thread(ChannelId room, MemberId reader, @Nullable Heard heard, long afterSeq, int limit);

    /// The newest lines of the room in order.
    ///
    /// @param heard whose; null for what is usual for the reader
    Lines latest(ChannelId room, MemberId reader, @Nullable Heard heard, int limit);

    /// Calls `onChange` soon after anything in the room changed, until closed. It must return at
    /// once.
    AutoCloseable watch(ChannelId room, Runnable onChange);

    /// What the room shows on a shared screen.
    StageView stage(String code);

    /// Who signed in with this token, or null.
    @Nullable MemberId signedIn(String token);

    /// The code with which this member signs in on one more device, once.
    String deviceCode(MemberId member);

    /// Signs in whoever the code of [#deviceCode] belongs to.
    SignedIn signIn(String deviceCode);

    /// Makes a token worthless.
    void signOut(String token);

    /// Makes the first operator.
    SignedIn claimSetup(String code, String name, String district);

    /// Takes the seat an invitation offers.
    SignedIn join(String inviteCode, String name, String district);

    /// Takes the seat an invitation offers, for somebody who is signed in already; doing so again
    /// changes nothing.
    ChannelId enter(MemberId who, String inviteCode);

    ChannelId makeRoom(MemberId by, String name);

    /// The code of an invitation to the room.
    String invite(MemberId by, ChannelId room);

    /// The code of the room's stage page.
    String stageCode(MemberId by, ChannelId room);

    List<Channel> rooms(MemberId of);

    InviteView invitation(String code);

    Export export(MemberId by, SessionId session);

    /// Where protocols are read and made.
    ProtocolBackend protocols();

    /// Seats that whoever opens the front page may take, without an invitation. Only a demo has
    /// any.
    default List<SeatView> seats() {
        return List.of();
    }

    /// Takes one of the [#seats].
    ///
    /// @param key of the seat
    default SignedIn takeSeat(String key) {
        throw new ProblemException(
                new Problem(
                        "There are no seats to take here.",
                        "People come into a room by invitation.",
                        "Open the link that somebody sent you."));
    }

    /// Whether to show the button for it. The act itself checks again.
    ///
    /// @param room the room it is about, or null for the network
    default boolean may(MemberId who, @Nullable ChannelId room, Right right) {
        return true;
    }

    /// A room as one member sees it.
    ///
    /// @param session the one that runs here, or ran last; null before the first
    /// @param visit number of the visit the reader's track is at; zero without a session
    /// @param panel what is for this member alone: forms, controls, notices
    /// @param panelKey changes only when the panel's meaning does, so that nobody's typing is
    ///   replaced
    /// @param inbox what was whispered to the reader, newest first
    /// @param composerHint says what writing does right now
    /// @param composerTo name of the group in whose thread it would stand, or null
    /// @param hearing whose lines there are to read
    record RoomView(
            Channel channel,
            Member me,
            @Nullable SessionId session,
            int visit,
            Message board,
            Message panel,
            String panelKey,
            List<InboxItem> inbox,
            boolean maySpeak,
            String composerHint,
            @Nullable String composerTo,
            Hearing hearing,
            List<PersonHere> people) {
        public RoomView {
            inbox = List.copyOf(inbox);
            people = List.copyOf(people);
        }
    }

    /// Whose lines of a room there are to read.
    ///
    /// @param usual what the reader gets who did not choose
    /// @param groups the reader's own, as a text that changes when they do
    /// @param hasGroups whether there is anything to choose
    record Hearing(Heard usual, String groups, boolean hasGroups) {}

    /// Lines of a room.
    ///
    /// @param upTo number up to which the room has no other line for the reader
    record Lines(List<ThreadLine> lines, long upTo) {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// One whisper.
    ///
    /// @param key the same for the same whisper
    record InboxItem(String key, Instant at, Message message) {}

    /// Somebody of the room.
    ///
    /// @param team their district, or null
    /// @param state short words such as "facilitator", or empty
    record PersonHere(String name, @Nullable String team, String state) {}

    /// One line of a room.
    ///
    /// @param seq grows from line to line
    /// @param mine whether the reader wrote it
    /// @param group name of the group in whose thread it stands, or null for everybody's
    record ThreadLine(
            long seq, Instant at, Message message, boolean mine, @Nullable String group) {}

    /// A login just made.
    ///
    /// @param token secret; goes into a cookie and nowhere else
    record SignedIn(MemberId member, String token, ChannelId room) {}

    /// A seat to take.
    ///
    /// @param key names it in an address
    /// @param role what one is there, for example "The presenter"
    /// @param about in one sentence, what one does there
    /// @param who whose seat it is
    record SeatView(String key, String role, String about, String who) {}

    /// What an invitation is to.
    ///
    /// @param by name of the person who invites
    record InviteView(String roomName, String by) {}

    /// A file to take away.
    record Export(String fileName, String markdown) {}
}
