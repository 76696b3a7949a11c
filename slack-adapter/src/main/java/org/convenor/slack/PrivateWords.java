package org.convenor.slack;

import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import java.util.List;
import org.convenor.chat.Account;
import org.convenor.chat.ChatPlatform.Trace;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.DeliveryException.Undeliverable;
import org.convenor.chat.Directory;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Receipt;
import org.convenor.chat.SessionId;
import org.convenor.view.CardWords;

/// Tells one person something: where they look, which is the session's channel, as a message that
/// they alone see; and as a direct message if they are in none of the session's channels.
///
/// A message that one person alone sees is gone when they reload, and cannot be asked for. That is
/// no loss, because what is whispered stands in the member's inbox; a direct message for each word
/// in a session would be noise beside it.
final class PrivateWords {
    private static final String SEPARATOR = "/";

    private final Directory directory;
    private final SlackCalls calls;
    private final Outbox outbox;
    private final History history;

    PrivateWords(Directory directory, SlackCalls calls, Outbox outbox, History history) {
        this.directory = directory;
        this.calls = calls;
        this.outbox = outbox;
        this.history = history;
    }

    Receipt tell(SessionId session, MemberId member, String key, Message message)
            throws DeliveryException, Refusal {
        var words = CardWords.of(directory.language(member));
        var mark = Mark.whisper(key);
        var accounts = accounts(member);
        for (var account : accounts) {
            for (var channel : channels(session, account)) {
                try {
                    var ts = outbox.show(channel, account.user(), mark, message, words);
                    return new Receipt(channel + SEPARATOR + ts);
                } catch (Refusal e) {
                    if (!e.isNotThere()) {
                        throw e;
                    }
                }
            }
        }
        var direct = direct(accounts.getFirst());
        return new Receipt(direct + SEPARATOR + outbox.post(direct, mark, null, message, words));
    }

    /// Slack can be asked for direct messages alone.
    Trace trace(SessionId session, MemberId member, String key) throws DeliveryException, Refusal {
        var accounts = accounts(member);
        var direct = direct(accounts.getFirst());
        var trace = history.inChannel(direct, Mark.whisper(key), null);
        boolean wasShown =
                accounts.stream().anyMatch(account -> !channels(session, account).isEmpty());
        return switch (trace) {
            case Trace.Found(var receipt) ->
                    new Trace.Found(new Receipt(direct + SEPARATOR + receipt.platformId()));
            case Trace.Absent _ -> wasShown ? new Trace.Unknown() : trace;
            case Trace.Unknown _ -> trace;
        };
    }

    private List<Account> accounts(MemberId member) throws Undeliverable {
        var accounts = directory.accounts(member, SlackPlatform.NAME);
        if (accounts.isEmpty()) {
            throw new Undeliverable("the member has no account in Slack");
        }
        return accounts;
    }

    /// The places of the session in the workspace of an account.
    private List<SlackAddress> channels(SessionId session, Account account) {
        return directory.channels(session, SlackPlatform.NAME).stream()
                .map(SlackAddress::of)
                .filter(address -> address.workspace().equals(account.tenant()))
                .toList();
    }

    private SlackAddress direct(Account account) throws DeliveryException, Refusal {
        var request = ConversationsOpenRequest.builder().users(List.of(account.user())).build();
        var opened =
                calls.call(
                        account.tenant(),
                        "conversations.open",
                        slack -> slack.conversationsOpen(request));
        return new SlackAddress(account.tenant(), opened.getChannel().getId());
    }
}
