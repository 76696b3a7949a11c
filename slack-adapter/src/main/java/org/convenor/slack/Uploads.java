package org.convenor.slack;

import com.slack.api.Slack;
import com.slack.api.methods.request.files.FilesInfoRequest;
import java.io.IOException;
import java.util.Map;
import org.convenor.chat.DeliveryException;
import org.jspecify.annotations.Nullable;

/// Reads files that people choose in a form.
final class Uploads {
    /// No field takes a larger one.
    private static final int MOST_BYTES = 1 << 20;

    private final Slack slack;
    private final SlackCalls calls;
    private final Workspaces workspaces;

    Uploads(Slack slack, SlackCalls calls, Workspaces workspaces) {
        this.slack = slack;
        this.calls = calls;
        this.workspaces = workspaces;
    }

    /// The bytes of a file, or null if it cannot be read.
    byte @Nullable [] read(String workspace, String file) {
        var request = FilesInfoRequest.builder().file(file).build();
        try {
            var found =
                    calls.call(workspace, "files.info", methods -> methods.filesInfo(request))
                            .getFile();
            var token = workspaces.token(workspace);
            if (token == null || found.getSize() == null || found.getSize() > MOST_BYTES) {
                return null;
            }
            try (var answer =
                    slack.getHttpClient().get(found.getUrlPrivateDownload(), Map.of(), token)) {
                return answer.code() == 200 ? answer.body().bytes() : null;
            }
        } catch (DeliveryException | Refusal | IOException _) {
            return null;
        }
    }
}
