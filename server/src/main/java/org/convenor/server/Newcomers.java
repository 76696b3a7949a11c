package org.convenor.server;

import java.util.List;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.runtime.Rooms;
import org.convenor.web.Backend;

/// What a demo adds to the browser room for whoever tries it.
interface Newcomers {
    /// The seats to pick from; none once one is taken.
    List<Backend.SeatView> seats();

    Backend.SignedIn take(String seat);

    /// The board as shown to a member.
    Message board(Rooms.Look look);

    /// The panel as shown to a member.
    Message panel(Rooms.Look look, MemberId reader);
}
