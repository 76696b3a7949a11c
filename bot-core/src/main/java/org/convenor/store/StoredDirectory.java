package org.convenor.store;

import java.util.List;
import java.util.Locale;
import org.convenor.chat.Account;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Directory;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.people.Cohort;

/// Looks people and places up in the database.
public final class StoredDirectory implements Directory {
    private final Database database;
    private final People people = new People();
    private final Channels channels = new Channels();
    private final Sessions sessions = new Sessions(new ProtocolTexts());

    public StoredDirectory(Database database) {
        this.database = database;
    }

    @Override
    public List<Account> accounts(MemberId member, String platform) {
        return database.read(tx ->
                people.identities(tx, member).stream()
                        .filter(identity -> identity.platform().equals(platform))
                        .map(identity -> new Account(identity.tenant(), identity.user()))
                        .toList());
    }

    @Override
    public List<Channel> channels(SessionId session, String platform) {
        return database.read(tx ->
                sessions.channels(tx, session).stream()
                        .filter(channel -> channel.platform().equals(platform))
                        .toList());
    }

    @Override
    public Locale language(ChannelId channel) {
        return database.read(tx -> {
            var cohort = channels.cohort(tx, channel);
            Cohort found = cohort == null ? null : people.cohort(tx, cohort);
            return found == null ? Locale.ENGLISH : found.locale();
        });
    }

    @Override
    public Locale language(MemberId member) {
        return database.read(tx -> people.member(tx, member).locale());
    }
}
