package org.convenor.slack;

import static org.convenor.store.Sample.ADA;

import com.slack.api.Slack;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.convenor.chat.Channel;
import org.convenor.people.Identity;
import org.convenor.slack.testing.FakeMessage;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.FakeWorkspace;
import org.convenor.store.Database;
import org.convenor.store.People;
import org.convenor.store.StoredAnchors;
import org.convenor.store.StoredDirectory;

/// A workspace with one member in it, seen from both sides.
final class SlackPlace implements AutoCloseable {
    /// Silence of the fake ends here, so it is short.
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    final FakeSlack fake;
    final FakeWorkspace workspace;
    final String ada;
    private final Slack slack;
    private final InstantSource clock;

    SlackPlace(InstantSource clock) {
        this.clock = clock;
        this.fake = FakeSlack.start(clock);
        this.workspace = fake.workspace("T1");
        this.ada = workspace.addUser("Ada Berg");
        this.slack = SlackHttp.slack(SlackHttp.client(PATIENCE), fake.api());
    }

    SlackPlatform platform(Database database) {
        return new SlackPlatform(
                slack,
                id -> id.equals("T1") ? workspace.token() : null,
                new StoredDirectory(database),
                new StoredAnchors(database),
                clock);
    }

    /// Makes the member known.
    void settle(Database database) {
        database.write(tx -> {
            new People().link(tx, new Identity("slack", "T1", ada), ADA);
            return 0;
        });
    }

    /// @return the address of a new channel with the member in it
    String newChannel(String name) {
        return "T1/" + workspace.addChannel(name, ada);
    }

    static String at(Channel channel) {
        return SlackAddress.of(channel).channel();
    }

    List<FakeMessage> boards(Channel channel) {
        return workspace.messages(at(channel)).stream()
                .filter(message -> message.text().startsWith("Board"))
                .toList();
    }

    /// The lines under the boards of a channel.
    List<String> lines(Channel channel) {
        return boards(channel).stream()
                .flatMap(board -> workspace.thread(at(channel), board.ts()).stream())
                .map(FakeMessage::text)
                .toList();
    }

    @Override
    public void close() {
        fake.close();
        try {
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("the client does not close", e);
        }
    }
}
