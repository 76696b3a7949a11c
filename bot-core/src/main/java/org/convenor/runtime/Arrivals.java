package org.convenor.runtime;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.ProblemException;
import org.convenor.people.DistrictTeam;
import org.convenor.people.Identity;
import org.convenor.people.Right;
import org.convenor.people.Rights;
import org.convenor.people.Role;
import org.convenor.store.Database;
import org.convenor.store.Ids;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.jspecify.annotations.Nullable;

/// Makes the people and channels of chat platforms known: nobody is enrolled because somebody added
/// a channel, but whoever acts in a linked one is let in. Thread-safe.
public final class Arrivals {
    private final Database database;
    private final Tables tables;
    private final Lobby lobby;
    private final InstantSource clock;
    private final Ids ids;

    Arrivals(Database database, Tables tables, Lobby lobby, InstantSource clock, Ids ids) {
        this.database = database;
        this.tables = tables;
        this.lobby = lobby;
        this.clock = clock;
        this.ids = ids;
    }

    /// Somebody whom a platform knows.
    ///
    /// @param name as they introduce themselves
    public record Newcomer(
            Identity identity, String name, String district, Locale locale, ZoneId zone) {}

    /// A channel of a platform.
    ///
    /// @param address what the platform calls it
    public record Place(String platform, String address, String name) {}

    /// Whose identity it is, or null if it is nobody's.
    public @Nullable MemberId member(Identity identity) {
        return database.<@Nullable MemberId>read(tx -> tables.people().find(tx, identity));
    }

    /// The linked channel at an address, or null.
    public @Nullable ChannelId channel(String platform, String address) {
        return database.<@Nullable ChannelId>read(tx -> {
            var found = tables.channels().find(tx, platform, address);
            return found == null ? null : found.id();
        });
    }

    /// The district teams of a channel's cohort, by name.
    public List<String> districts(ChannelId channel) {
        return database.read(tx -> {
            var cohort = tables.channels().cohort(tx, channel);
            return cohort == null
                    ? List.<String>of()
                    : tables.people().teams(tx, cohort).stream().map(DistrictTeam::name).toList();
        });
    }

    public Locale language(MemberId member) {
        return database.read(tx -> tables.people().member(tx, member).locale());
    }

    /// Makes somebody a member of the channel's cohort and lets them in. Whose identity it is
    /// already stays who they are.
    public MemberId introduce(Newcomer newcomer, ChannelId channel) {
        return database.write(tx -> {
            var known = tables.people().find(tx, newcomer.identity());
            var member = known == null ? lobby.member(tx, newcomer, channel) : known;
            tables.people().link(tx, newcomer.identity(), member);
            tables.channels().join(tx, channel, member, clock.instant());
            return member;
        });
    }

    /// Lets a member into a channel. Again changes nothing.
    public void enter(MemberId member, ChannelId channel) {
        boolean isIn = database.read(tx -> tables.channels().isMember(tx, channel, member));
        if (!isIn) {
            database.write(tx -> {
                tables.channels().join(tx, channel, member, clock.instant());
                return true;
            });
        }
    }

    /// Makes an operator, who may also facilitate, and links the channel where they are.
    public ChannelId setUp(String code, Newcomer newcomer, Place place) {
        return database.write(tx -> {
            var cohort = lobby.claim(tx, code);
            var known = tables.people().find(tx, newcomer.identity());
            var member = known == null ? lobby.member(tx, newcomer, cohort) : known;
            tables.people().link(tx, newcomer.identity(), member);
            tables.people().grant(tx, member, Role.OPERATOR);
            tables.people().grant(tx, member, Role.FACILITATOR);
            return link(tx, place, cohort.id(), member);
        });
    }

    /// Links a channel to the cohort of a member who may.
    public ChannelId link(MemberId by, Place place) {
        return database.write(tx -> {
            var cohort = tables.people().cohortOf(tx, by);
            var bundle = Bundle.of(tables.people().member(tx, by).locale());
            if (cohort == null || !Rights.allow(tables.people().roles(tx, by), Right.MAKE_ROOM)) {
                var who = Map.of("who", bundle.text("somebody.facilitator"));
                throw new ProblemException(bundle.problem("problem.no-right", who));
            }
            return link(tx, place, cohort, by);
        });
    }

    private ChannelId link(Tx tx, Place place, String cohort, MemberId by) {
        var known = tables.channels().find(tx, place.platform(), place.address());
        var channel = known == null ? new ChannelId(ids.next()) : known.id();
        if (known == null) {
            tables.channels()
                    .insert(
                            tx,
                            new Channel(channel, place.platform(), place.address(), place.name()),
                            cohort);
        }
        tables.channels().join(tx, channel, by, clock.instant());
        return channel;
    }

    /// The platform gave the channel another name.
    public void rename(ChannelId channel, String name) {
        database.write(tx -> {
            tables.channels().rename(tx, channel, name);
            return true;
        });
    }
}
