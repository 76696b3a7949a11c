package org.convenor.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.ProblemException;
import org.convenor.chat.SessionId;
import org.convenor.chat.TextFile;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.people.Rights;
import org.convenor.runtime.ProtocolShelf.Shelved;
import org.convenor.store.Database;
import org.convenor.store.ProtocolDrafts.Draft;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.convenor.view.Outline;
import org.convenor.view.ProtocolCard;
import org.convenor.view.ProtocolCard.Edition;
import org.jspecify.annotations.Nullable;

/// Where protocols are read, checked, rehearsed and published, apart from any session. Reading a
/// file and playing it happen outside of transactions. Thread-safe; what cannot be done is a
/// [ProblemException], and then nothing was changed.
public final class Workshop {
    private final Database database;
    private final Tables tables;
    private final Workbench bench;
    private final InstantSource clock;
    private final Gate gate;
    private final CohortShelf shelf;
    private final Publishing publishing;
    private final Rehearsals rehearsals;

    Workshop(Database database, Tables tables, Workbench bench, InstantSource clock) {
        this.database = database;
        this.tables = tables;
        this.bench = bench;
        this.clock = clock;
        this.gate = new Gate(tables);
        this.shelf = new CohortShelf(tables, bench);
        this.publishing = new Publishing(tables, shelf);
        this.rehearsals = new Rehearsals(bench.rehearser());
    }

    /// A file that was looked at.
    ///
    /// @param summary for how many people it is and how long it takes; empty if it has errors
    /// @param draft names what is kept of it, for [#rehearseDraft] and [#publishDraft]; empty if it
    ///   has errors
    public record Inspected(ProtocolFiles.Checked checked, String summary, String draft) {
        public boolean isFine() {
            return checked.protocol() != null;
        }

        private Shelved shelved() {
            var protocol = Objects.requireNonNull(checked.protocol(), "it has errors");
            return new Shelved(protocol, checked.text(), checked.hash());
        }
    }

    /// What publishing did.
    ///
    /// @param version the one that new sessions take now; zero for the one that comes with Convenor
    /// @param fileVersion what the file calls itself
    /// @param isNew false if the very same text was there already
    /// @param replacesShipped whether a protocol that comes with Convenor has the same name
    /// @param open the session of this protocol that is open in the room and that the publisher
    ///   leads, or null; it keeps its version unless it is restarted
    public record Publication(
            String id,
            String name,
            int version,
            int fileVersion,
            boolean isNew,
            boolean replacesShipped,
            @Nullable SessionId open) {}

    /// A rehearsal and what was rehearsed.
    public record Rehearsed(String id, String name, Rehearser.Played played) {}

    /// Everything on the shelf of the room's cohort.
    public List<ProtocolCard> all(MemberId by, ChannelId room) {
        return inside(by, room, (tx, _, cohort) -> shelf.all(tx, cohort)).stream()
                .map(this::card)
                .toList();
    }

    private ProtocolCard card(CohortShelf.Listed listed) {
        var protocol = listed.protocol();
        return new ProtocolCard(
                protocol.id(),
                protocol.name(),
                protocol.aliases(),
                protocol.purpose(),
                bench.files().summary(protocol),
                listed.version() == null ? 0 : listed.version().version());
    }

    /// One protocol, to read.
    public ProtocolCard.Sheet sheet(MemberId by, ChannelId room, String name) {
        return inside(
                by,
                room,
                (tx, member, cohort) -> {
                    var listed = find(tx, member, cohort, name, "shown");
                    var protocol = listed.protocol();
                    var credit = protocol.credit();
                    return new ProtocolCard.Sheet(
                            card(listed),
                            credit == null ? "" : credit.strip(),
                            Outline.of(Bundle.of(member.locale()), protocol),
                            editions(tx, cohort, protocol.id()),
                            TextFile.yaml(protocol.id(), shelf.shelved(tx, listed).text()));
                });
    }

    private List<Edition> editions(Tx tx, String cohort, String id) {
        var editions = new ArrayList<Edition>();
        for (var version : tables.published().of(tx, cohort, id)) {
            var by = tables.people().member(tx, version.by()).name();
            editions.add(new Edition(version.version(), by, version.at(), editions.isEmpty()));
        }
        if (shelf.shipped(id) != null) {
            editions.add(new Edition(0, "", Instant.EPOCH, editions.isEmpty()));
        }
        return editions;
    }

    /// The file of a protocol under a name that is free, to be changed.
    public TextFile copy(MemberId by, ChannelId room, String name, String as) {
        var original =
                inside(
                        by,
                        room,
                        (tx, member, cohort) -> {
                            var listed = find(tx, member, cohort, name, "copied");
                            demandFree(tx, member, cohort, as);
                            return shelf.shelved(tx, listed).text();
                        });
        return TextFile.yaml(as, bench.files().copy(original, as));
    }

    private void demandFree(Tx tx, Member by, String cohort, String as) {
        var bundle = Bundle.of(by.locale());
        if (!bench.files().isName(as)) {
            throw new ProblemException(bundle.problem("problem.no-name", Map.of("name", as)));
        }
        var other = shelf.find(tx, cohort, as);
        if (other != null) {
            var values = Map.of("name", as, "protocol", other.protocol().name());
            throw new ProblemException(bundle.problem("problem.name-taken", values));
        }
    }

    /// @param was what cannot happen if there is none: `shown`, `copied` or `rehearsed`
    private CohortShelf.Listed find(Tx tx, Member by, String cohort, String name, String was) {
        var listed = shelf.find(tx, cohort, name);
        if (listed == null) {
            var nearest = shelf.nearest(tx, cohort, name);
            var proposal = nearest == null ? "none" : nearest;
            throw new ProblemException(
                    Bundle.of(by.locale())
                            .problem(
                                    "problem.no-such-protocol",
                                    Map.of("name", name, "was", was, "proposal", proposal)));
        }
        return listed;
    }

    public boolean isTable(byte[] file) {
        return bench.files().isTable(file);
    }

    /// Looks at a file. Without errors it becomes the draft of whoever sent it.
    ///
    /// @param sourceKey the same key again keeps nothing
    public Inspected check(MemberId by, ChannelId room, String sourceKey, byte[] file) {
        demand(by, room);
        return keep(by, sourceKey, bench.files().check(file));
    }

    /// Makes a protocol of a table, and looks at it like [#check].
    public Inspected checkTable(
            MemberId by,
            ChannelId room,
            String sourceKey,
            byte[] table,
            String name,
            String purpose) {
        demand(by, room);
        return keep(by, sourceKey, bench.files().checkTable(table, name, purpose));
    }

    private Inspected keep(MemberId by, String sourceKey, ProtocolFiles.Checked checked) {
        var protocol = checked.protocol();
        if (protocol == null) {
            return new Inspected(checked, "", "");
        }
        var at = now();
        var draft = new Draft(protocol.id(), checked.hash(), checked.text(), at);
        database.write(tx -> {
            if (tables.sourceKeys().add(tx, sourceKey, at)) {
                tables.drafts().put(tx, by, draft);
            }
            return true;
        });
        return new Inspected(
                checked, bench.files().summary(protocol), DraftName.of(draft).encode());
    }

    /// Plays a protocol of the shelf, or else the draft of that name. Takes seconds.
    public Rehearsed rehearse(MemberId by, ChannelId room, String name) {
        demand(by, room);
        var onShelf =
                this.<@Nullable Shelved>inside(
                        by,
                        room,
                        (tx, member, cohort) -> {
                            var listed = shelf.find(tx, cohort, name);
                            if (listed == null && tables.drafts().find(tx, by, name) != null) {
                                return null;
                            }
                            return shelf.shelved(tx, find(tx, member, cohort, name, "rehearsed"));
                        });
        return play(by, onShelf == null ? text(by, name, null) : onShelf);
    }

    /// Plays what was looked at. Takes seconds.
    ///
    /// @param found without errors
    public Rehearsed rehearse(MemberId by, ChannelId room, Inspected found) {
        demand(by, room);
        return play(by, found.shelved());
    }

    /// Plays a draft. Takes seconds.
    ///
    /// @param draft as [Inspected] names it
    public Rehearsed rehearseDraft(MemberId by, ChannelId room, String draft) {
        demand(by, room);
        return play(by, text(by, draft));
    }

    private Rehearsed play(MemberId by, Shelved shelved) {
        var member = database.read(tx -> tables.people().member(tx, by));
        var played = rehearsals.play(member, shelved);
        return new Rehearsed(shelved.protocol().id(), shelved.protocol().name(), played);
    }

    /// Makes a draft the newest version for the room's cohort.
    ///
    /// @param draft as [Inspected] names it
    /// @param sourceKey the same key again changes nothing
    /// @return null if the key was there already
    public @Nullable Publication publishDraft(
            MemberId by, ChannelId room, String sourceKey, String draft) {
        demand(by, room);
        return publish(by, room, sourceKey, text(by, draft));
    }

    /// Makes what was looked at the newest version for the room's cohort.
    ///
    /// @param found without errors
    /// @param sourceKey the same key again changes nothing
    /// @return null if the key was there already
    public @Nullable Publication publish(
            MemberId by, ChannelId room, String sourceKey, Inspected found) {
        return publish(by, room, sourceKey, found.shelved());
    }

    private @Nullable Publication publish(
            MemberId by, ChannelId room, String sourceKey, Shelved shelved) {
        return database.<@Nullable Publication>write(tx -> {
            var at = now();
            if (!tables.sourceKeys().add(tx, sourceKey, at)) {
                return null;
            }
            var member = tables.people().member(tx, by);
            gate.room(tx, room, member);
            gate.demand(tx, Right.PUBLISH_PROTOCOL, member);
            var id = shelved.protocol().id();
            return publishing.publish(
                    tx, cohort(tx, room), member, shelved, open(tx, room, by, id), at);
        });
    }

    private @Nullable SessionId open(Tx tx, ChannelId room, MemberId by, String protocol) {
        var id = tables.sessions().current(tx, room);
        if (id == null) {
            return null;
        }
        var session = tables.sessions().load(tx, id).session();
        boolean leads =
                SessionRights.of(session, by, tables.people().roles(tx, by))
                        .contains(Right.CONTROL_SESSION);
        return leads && !session.isOver() && session.protocol().id().equals(protocol) ? id : null;
    }

    private Shelved text(MemberId by, String draft) {
        var wanted = DraftName.parse(draft);
        return text(by, wanted == null ? "" : wanted.id(), wanted);
    }

    /// What somebody works on, read again: it was without errors when it was kept, but a later
    /// Convenor may know better.
    ///
    /// @param wanted the one text that is meant, or null for whichever there is
    private Shelved text(MemberId by, String id, @Nullable DraftName wanted) {
        var draft = database.<@Nullable Draft>read(tx -> tables.drafts().find(tx, by, id));
        if (draft == null || (wanted != null && !wanted.equals(DraftName.of(draft)))) {
            throw noDraft(by);
        }
        var checked = bench.files().check(draft.text().getBytes(StandardCharsets.UTF_8));
        if (checked.protocol() == null) {
            throw noDraft(by);
        }
        return new Shelved(checked.protocol(), checked.text(), checked.hash());
    }

    private ProblemException noDraft(MemberId by) {
        var member = database.read(tx -> tables.people().member(tx, by));
        return new ProblemException(
                Bundle.of(member.locale()).problem("problem.no-draft", Map.of()));
    }

    /// Refuses whoever is not in the room or may not publish.
    void demand(MemberId by, ChannelId room) {
        inside(
                by,
                room,
                (tx, member, _) -> {
                    gate.demand(tx, Right.PUBLISH_PROTOCOL, member);
                    return true;
                });
    }

    /// Whether somebody may make protocols here.
    boolean mayPublish(Tx tx, MemberId by) {
        return Rights.allow(tables.people().roles(tx, by), Right.PUBLISH_PROTOCOL);
    }

    <T extends @Nullable Object> T inside(MemberId by, ChannelId room, Reading<T> reading) {
        return database.<T>read(tx -> {
            var member = tables.people().member(tx, by);
            gate.room(tx, room, member);
            return reading.read(tx, member, cohort(tx, room));
        });
    }

    private String cohort(Tx tx, ChannelId room) {
        return Objects.requireNonNull(tables.channels().cohort(tx, room), "a room has a cohort");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Something read about the protocols of a room that somebody is in.
    @FunctionalInterface
    interface Reading<T extends @Nullable Object> {
        T read(Tx tx, Member by, String cohort);
    }
}
