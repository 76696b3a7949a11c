package org.convenor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.session.Session;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.convenor.view.Markup;
import org.convenor.view.PanelView;

/// What a panel offers beside the session: to start one, or to start this one again on a newer
/// version of its protocol. Reads in the caller's transaction.
final class Offers {
    private final Tables tables;
    private final CohortShelf shelf;

    Offers(Tables tables, CohortShelf shelf) {
        this.tables = tables;
        this.shelf = shelf;
    }

    /// What may be started.
    List<Part> start(Tx tx, Bundle bundle, ChannelId room) {
        var cohort = tables.channels().cohort(tx, room);
        var all = cohort == null ? List.<CohortShelf.Listed>of() : shelf.all(tx, cohort);
        return List.of(
                new Part.Text(bundle.text("panel.start")),
                new Part.Choices(Starting.buttons(all, bundle, room)));
    }

    /// A panel with what is offered beneath it.
    ///
    /// @param mayStart whether the reader may start sessions
    /// @param rights what the reader may do in this one
    PanelView.Panel beside(
            Tx tx,
            PanelView.Panel panel,
            Session session,
            Member reader,
            ChannelId room,
            boolean mayStart,
            Set<Right> rights) {
        var bundle = Bundle.of(reader.locale());
        if (session.isOver()) {
            return mayStart ? with(panel, start(tx, bundle, room), "") : panel;
        }
        return rights.contains(Right.CONTROL_SESSION) && isOutdated(tx, session)
                ? with(panel, restart(bundle, session), "/newer")
                : panel;
    }

    private static PanelView.Panel with(PanelView.Panel panel, List<Part> offers, String key) {
        var parts = new ArrayList<>(panel.message().parts());
        parts.addAll(offers);
        return new PanelView.Panel(
                new Message(panel.message().summary(), parts), panel.key() + key);
    }

    /// Whether new sessions take another text than this one did.
    private boolean isOutdated(Tx tx, Session session) {
        var cohort = tables.sessions().cohort(tx, session.id());
        var newest = shelf.newest(tx, cohort, session.protocol().id());
        return newest != null && !newest.equals(tables.sessions().protocolHash(tx, session.id()));
    }

    private static List<Part> restart(Bundle bundle, Session session) {
        var values = Map.of("protocol", Markup.escape(session.protocol().name()));
        return List.of(
                new Part.Text(bundle.text("panel.newer", values)),
                new Part.Choices(List.of(restart(bundle, session.id()))));
    }

    /// Starts a session again on the newest version of its protocol.
    static Part.Choice restart(Bundle bundle, SessionId session) {
        return new Part.Choice(
                bundle.text("restart.button"),
                new Press(session, 0, 0, Verb.RESTART.wire(), ""),
                Part.Emphasis.PLAIN,
                bundle.text("restart.confirm"));
    }
}
