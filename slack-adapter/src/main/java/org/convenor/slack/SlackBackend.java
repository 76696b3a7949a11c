package org.convenor.slack;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convenor.chat.Account;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Press;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// What Slack asks of the bot. Every method may be called from many threads at once. When one
/// returns, what it accepted is on the disk; what cannot be done is a [Reply.Refused], or a
/// [org.convenor.chat.ProblemException] where no reply is returned, and then nothing was changed.
///
/// A `sourceKey` names one input: the same key again changes nothing and is answered from the
/// current state.
public interface SlackBackend {
    /// Whose account it is, or null if nobody's whom we know.
    @Nullable MemberId member(Account account);

    /// The channel at an address of Slack's, or null if it is not linked.
    @Nullable ChannelId channel(String workspace, String channel);

    /// Asks somebody who they are.
    ///
    /// @param in where they act, or null if it is not linked yet
    Form introduction(Newcomer newcomer, @Nullable ChannelId in);

    /// Makes somebody a member, in the cohort of the channel. Whoever is one stays who they are.
    MemberId introduce(Newcomer newcomer, ChannelId in, Map<String, String> introduction);

    /// Makes somebody an operator with the code that the first start prints, and links the channel.
    Reply setUp(
            String code, Newcomer newcomer, NewChannel channel, Map<String, String> introduction);

    /// Links a channel to the member's cohort; doing so again changes nothing.
    Reply link(MemberId by, NewChannel channel);

    /// What to do in a channel that is not linked.
    Reply unlinked(Locale locale);

    /// Lets a member into a channel that they act in. Again changes nothing.
    void enter(MemberId member, ChannelId channel);

    /// A button, or a form with its answers by field name; several picked options are joined by
    /// line feeds.
    Reply press(MemberId by, String sourceKey, Press press, Map<String, String> values);

    /// The form that sends this press, as the member gets it now.
    Reply form(MemberId by, Press press);

    /// One line that begins with `/convene`, or what follows it.
    Reply type(MemberId by, String sourceKey, ChannelId in, String line);

    /// Words in a thread. What is written in the thread of another group is not taken.
    ///
    /// @param ts Slack's id of the message, by which later changes of it are known
    Reply write(
            MemberId by,
            String sourceKey,
            ChannelId in,
            Conversation thread,
            String ts,
            String words);

    /// Somebody changed what they wrote. What was never taken changes nothing.
    void reword(MemberId by, ChannelId in, String ts, String words);

    /// Somebody deleted what they wrote. What was never taken changes nothing.
    void withdraw(ChannelId in, String ts);

    /// Whose thread hangs on a message, or null if it is none of ours.
    @Nullable Conversation thread(ChannelId in, String ts);

    /// The session that runs in a channel, or ran last; null before the first.
    @Nullable SessionId current(ChannelId channel);

    /// The channel in which a command means something that names none: where the member takes part
    /// now, or is alone; null if there are several or none.
    @Nullable ChannelId usual(MemberId member);

    /// What is for this member alone in a session: forms, controls, notices.
    Message panel(MemberId reader, SessionId session);

    /// The member's own page.
    Page page(MemberId reader);

    /// The language a member is spoken to in.
    Locale language(MemberId member);

    /// The channel has another name in Slack.
    void renamed(ChannelId channel, String name);

    /// The app was taken out of a workspace, or its token is worthless.
    void removed(String workspace);

    /// What somebody reads who is not known yet.
    Message stranger(Locale locale);

    /// What a button says that opens the introduction, and what stands beside it.
    Message introduceFirst(Locale locale, Press press);

    /// What somebody reads whose form could not be opened in time, and who may try again.
    Message openAgain(Locale locale, Press press);

    /// What somebody reads who named no channel where several could be meant.
    Reply unclear(MemberId member);

    /// Reads once what a press reads, so that the first one does not wait.
    void warmUp();

    /// Somebody whom Slack knows.
    ///
    /// @param name as Slack shows it
    record Newcomer(Account account, String name, Locale locale, ZoneId zone) {}

    /// A channel of Slack's.
    ///
    /// @param name as people see it, without a `#`
    record NewChannel(String workspace, String channel, String name) {}

    /// A thread of a session.
    ///
    /// @param group id of the group whose thread it is, or 0 for everybody's
    record Conversation(SessionId session, int group) {}

    /// A page of one member.
    ///
    /// @param parts one for each session and kind of thing, in order
    record Page(List<Message> parts) {
        public Page {
            parts = List.copyOf(parts);
        }
    }
}
