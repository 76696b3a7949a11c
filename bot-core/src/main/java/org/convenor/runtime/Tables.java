package org.convenor.runtime;

import org.convenor.store.Boards;
import org.convenor.store.Channels;
import org.convenor.store.Codes;
import org.convenor.store.Contributions;
import org.convenor.store.Heartbeats;
import org.convenor.store.KeptThings;
import org.convenor.store.Log;
import org.convenor.store.Logins;
import org.convenor.store.People;
import org.convenor.store.Posts;
import org.convenor.store.ProtocolDrafts;
import org.convenor.store.ProtocolTexts;
import org.convenor.store.PublishedProtocols;
import org.convenor.store.RoomMessages;
import org.convenor.store.Sessions;
import org.convenor.store.SourceKeys;
import org.convenor.store.SpokenMessages;
import org.convenor.store.Whispers;

/// All tables, made once and shared.
public record Tables(
        ProtocolTexts protocols,
        Sessions sessions,
        Contributions contributions,
        People people,
        Channels channels,
        Codes codes,
        Logins logins,
        SourceKeys sourceKeys,
        Log log,
        KeptThings kept,
        Heartbeats heartbeats,
        Posts posts,
        Boards boards,
        Whispers whispers,
        RoomMessages roomMessages,
        PublishedProtocols published,
        ProtocolDrafts drafts,
        SpokenMessages spoken) {
    public static Tables create() {
        var protocols = new ProtocolTexts();
        return new Tables(
                protocols,
                new Sessions(protocols),
                new Contributions(),
                new People(),
                new Channels(),
                new Codes(),
                new Logins(),
                new SourceKeys(),
                new Log(),
                new KeptThings(),
                new Heartbeats(),
                new Posts(),
                new Boards(),
                new Whispers(),
                new RoomMessages(),
                new PublishedProtocols(),
                new ProtocolDrafts(),
                new SpokenMessages());
    }

    Scenes scenes() {
        return new Scenes(people, sessions, contributions);
    }
}
