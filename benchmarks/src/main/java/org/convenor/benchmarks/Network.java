package org.convenor.benchmarks;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convenor.chat.MemberId;
import org.convenor.protocols.ShippedProtocols;
import org.convenor.runtime.Convener;
import org.convenor.runtime.Lobby;
import org.convenor.runtime.Tables;
import org.convenor.runtime.Workbench;
import org.convenor.store.Database;
import org.convenor.store.Ids;

/// A database file as a running bot has it, with one facilitator who opens room after room.
final class Network implements AutoCloseable {
    /// The facilitator among them.
    static final int PEOPLE = 12;

    private final Database database;
    private final Tables tables = Tables.create();
    private final Lobby lobby;
    private final Convener convener;
    private final MemberId facilitator;
    private int rooms;

    Network(Path file) {
        var clock = Clock.systemUTC();
        var ids = new Ids(clock, new SecureRandom());
        database = Database.sqlite(file);
        lobby = new Lobby(database, tables, clock, ids);
        convener =
                new Convener(
                        database,
                        tables,
                        Workbench.only(new ShippedProtocols()),
                        clock,
                        ids,
                        _ -> {},
                        () -> {});
        var setup = Objects.requireNonNull(lobby.setupCode(), "the file is not new");
        facilitator = lobby.claimSetup(setup, "Ada Example", "Elm Valley").member();
    }

    Convener convener() {
        return convener;
    }

    Database database() {
        return database;
    }

    Tables tables() {
        return tables;
    }

    /// Twelve people in a room of their own, and critical friends begun by them.
    Run newRun() {
        rooms++;
        var room = lobby.makeRoom(facilitator, "Room " + rooms);
        var invitation = lobby.invite(facilitator, room);
        var people = new ArrayList<MemberId>(List.of(facilitator));
        while (people.size() < PEOPLE) {
            int number = people.size();
            people.add(
                    lobby.join(
                                    invitation,
                                    "Person %d of room %d".formatted(number, rooms),
                                    "District " + number % 4)
                            .member());
        }
        return Run.begin(this, room, people);
    }

    @Override
    public void close() {
        database.close();
    }
}
