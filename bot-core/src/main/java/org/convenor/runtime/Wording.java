package org.convenor.runtime;

import org.convenor.chat.ChannelId;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.SessionId;

/// Puts what is to be delivered into words at the moment of delivery.
public interface Wording {
    Message line(SessionId session, ChannelId channel, Line line);

    Message board(SessionId session, ChannelId channel);

    Message whisper(SessionId session, MemberId member, Line line);
}
