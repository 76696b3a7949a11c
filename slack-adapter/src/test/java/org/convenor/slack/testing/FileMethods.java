package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The second way of uploading: ask for an address, send the bytes there, say that it is done.
final class FileMethods {
    private final String base;
    private final Map<String, FakeFile> files = new LinkedHashMap<>();

    /// @param base where bytes are sent to and fetched from
    FileMethods(String base) {
        this.base = base;
    }

    synchronized JsonObject ask(Call call) {
        var id = "F" + (files.size() + 1);
        files.put(id, new FakeFile(id, call.need("filename"), new byte[0], null));
        var answer = Answers.ok("upload_url", base + "upload/" + id);
        answer.addProperty("file_id", id);
        return answer;
    }

    /// @return false if nobody asked for that address
    synchronized boolean receive(String id, byte[] bytes) {
        return files.computeIfPresent(
                        id, (_, file) -> new FakeFile(id, file.name(), bytes, file.channel()))
                != null;
    }

    synchronized JsonObject complete(FakeWorkspace workspace, Call call) {
        workspace.check("files:write");
        var done = new JsonArray();
        for (var one : call.array("files", "invalid_arguments")) {
            var id = BlockCheck.string(one.getAsJsonObject(), "id");
            var file = files.get(id);
            if (file == null || file.bytes().length == 0) {
                throw new SlackError("file_not_found");
            }
            files.put(id, new FakeFile(id, file.name(), file.bytes(), call.get("channel_id")));
            done.add(json(files.get(id)));
        }
        var answer = Answers.ok();
        answer.add("files", done);
        return answer;
    }

    synchronized JsonObject info(FakeWorkspace workspace, Call call) {
        workspace.check("files:read");
        var file = files.get(call.need("file"));
        if (file == null) {
            throw new SlackError("file_not_found");
        }
        var answer = Answers.ok();
        answer.add("file", json(file));
        return answer;
    }

    /// A person uploads a file, for example in a modal.
    ///
    /// @return its id
    synchronized String put(String name, byte[] bytes) {
        var id = "F" + (files.size() + 1);
        files.put(id, new FakeFile(id, name, bytes, null));
        return id;
    }

    synchronized @Nullable FakeFile find(String id) {
        return files.get(id);
    }

    private JsonObject json(@Nullable FakeFile file) {
        var json = new JsonObject();
        if (file != null) {
            json.addProperty("id", file.id());
            json.addProperty("name", file.name());
            json.addProperty("size", file.bytes().length);
            json.addProperty("url_private", base + "files/" + file.id());
            json.addProperty("url_private_download", base + "files/" + file.id());
        }
        return json;
    }
}
