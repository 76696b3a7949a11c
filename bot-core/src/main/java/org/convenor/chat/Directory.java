package org.convenor.chat;

import java.util.List;
import java.util.Locale;

/// What a platform looks up to reach people. Each answer is of the moment.
public interface Directory {
    /// Who a member is on a platform; empty if they are not on it.
    List<Account> accounts(MemberId member, String platform);

    /// The places of a session on a platform.
    List<Channel> channels(SessionId session, String platform);

    /// The language a channel is spoken to in.
    Locale language(ChannelId channel);

    /// The language a member is spoken to in.
    Locale language(MemberId member);
}
