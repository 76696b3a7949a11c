package org.convenor.slack.testing;

import com.google.gson.JsonObject;
import java.util.Locale;

/// What an app asks about itself, people and the workspace. Called with the workspace locked.
final class AppMethods {
    private AppMethods() {}

    static JsonObject authTest(FakeWorkspace workspace) {
        workspace.check("");
        var answer = Answers.ok("team_id", workspace.id());
        answer.addProperty("team", "Workspace " + workspace.id());
        answer.addProperty("user_id", workspace.bot());
        answer.addProperty("user", "convenor");
        answer.addProperty("bot_id", workspace.botId());
        answer.addProperty(
                "url", "https://" + workspace.id().toLowerCase(Locale.ROOT) + ".slack.example/");
        return answer;
    }

    static JsonObject user(FakeWorkspace workspace, Call call) {
        workspace.check("users:read");
        var id = call.need("user");
        var user = Answers.of("id", id);
        user.addProperty("team_id", workspace.id());
        user.addProperty("name", workspace.userName(id));
        user.addProperty("real_name", workspace.userName(id));
        user.addProperty("deleted", workspace.isDeactivated(id));
        user.addProperty("is_bot", id.equals(workspace.bot()));
        user.addProperty("tz", "America/Chicago");
        user.addProperty("locale", "en-US");
        var answer = Answers.ok();
        answer.add("user", user);
        return answer;
    }

    static JsonObject team(FakeWorkspace workspace) {
        workspace.check("team:read");
        var team = Answers.of("id", workspace.id());
        team.addProperty("name", "Workspace " + workspace.id());
        var answer = Answers.ok();
        answer.add("team", team);
        return answer;
    }
}
