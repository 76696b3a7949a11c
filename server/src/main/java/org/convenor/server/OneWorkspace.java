package org.convenor.server;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.slack.Workspaces;
import org.jspecify.annotations.Nullable;

/// The workspace of an app whose token an operator typed. Thread-safe.
final class OneWorkspace implements Workspaces {
    private final String workspace;
    private final String name;
    private volatile @Nullable String token;

    private OneWorkspace(String workspace, String name, String token) {
        this.workspace = workspace;
        this.name = name;
        this.token = token;
    }

    /// Asks Slack whose token it is.
    ///
    /// @throws ProblemException if the token is worthless, or Slack cannot be asked
    static OneWorkspace of(Slack slack, String token) {
        var answer = ask(slack, token);
        if (!answer.isOk()) {
            var finding = SlackRemedies.of("slack", String.valueOf(answer.getError()));
            throw new ProblemException(
                    new Problem(
                            finding.said(),
                            "Nobody in Slack would be heard, so nothing was started.",
                            String.valueOf(finding.remedy())));
        }
        return new OneWorkspace(answer.getTeamId(), answer.getTeam(), token);
    }

    private static AuthTestResponse ask(Slack slack, String token) {
        try {
            return slack.methods(token).authTest(request -> request);
        } catch (IOException | SlackApiException e) {
            throw new ProblemException(
                    new Problem(
                            "Slack does not answer.",
                            "I cannot learn whose token I have, so nothing was started.",
                            "Look with ./convenor doctor, and start again."),
                    e);
        }
    }

    /// What people call it.
    String name() {
        return name;
    }

    @Override
    public @Nullable String token(String asked) {
        return workspace.equals(asked) ? token : null;
    }

    /// The app was taken out of a workspace: its token is worthless.
    void remove(String from) {
        if (workspace.equals(from)) {
            token = null;
        }
    }
}
