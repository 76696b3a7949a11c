package org.convenor.slack.testing;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// `oauth.v2.access`: an administrator allowed the app, and the code they came back with is
/// exchanged once.
final class Installs {
    private final Map<String, String> codes = new HashMap<>();
    private final Consumer<String> install;

    /// @param install makes a workspace known by its id
    Installs(Consumer<String> install) {
        this.install = install;
    }

    /// @return the code with which the administrator is sent back
    synchronized String allow(String workspace) {
        var code = "code-" + (codes.size() + 1);
        codes.put(code, workspace);
        return code;
    }

    synchronized JsonObject access(Call call) {
        if (call.get("client_id") == null) {
            throw new SlackError("invalid_client_id");
        }
        var workspace = codes.remove(call.need("code"));
        if (workspace == null) {
            throw new SlackError("invalid_code");
        }
        install.accept(workspace);
        var answer = Answers.ok("access_token", "xoxb-" + workspace);
        answer.addProperty("token_type", "bot");
        answer.addProperty("scope", "chat:write,commands");
        answer.addProperty("bot_user_id", "UBOT" + workspace);
        answer.addProperty("app_id", "A1");
        answer.add("team", Answers.of("id", workspace));
        answer.add("authed_user", Answers.of("id", "UADMIN" + workspace));
        answer.addProperty("is_enterprise_install", false);
        return answer;
    }
}
