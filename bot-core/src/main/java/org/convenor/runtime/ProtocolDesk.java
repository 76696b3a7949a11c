package org.convenor.runtime;

import java.util.Map;
import java.util.TreeMap;
import org.convenor.chat.Form;
import org.convenor.chat.Reply;
import org.convenor.view.Bundle;
import org.jspecify.annotations.Nullable;

/// Takes what people want to do with protocols from chat. Not within a transaction: what it asks of
/// the [Workshop] may take seconds.
final class ProtocolDesk {
    private final Workshop workshop;

    ProtocolDesk(Workshop workshop) {
        this.workshop = workshop;
    }

    /// @param sourceKey the same key again changes nothing
    Reply take(String sourceKey, ProtocolAct act) {
        var asker =
                workshop.inside(
                        act.by(),
                        act.room(),
                        (tx, member, _) ->
                                new Asker(
                                        Bundle.of(member.locale()),
                                        workshop.mayPublish(tx, member.id())));
        var bundle = asker.bundle();
        var replies = new ProtocolReplies(bundle, act.room(), asker.mayPublish());
        if (act.verb().takesRight()) {
            workshop.demand(act.by(), act.room());
        }
        return switch (act.verb()) {
            case OVERVIEW -> new Reply.Notice(replies.overview(act.argument()));
            case LIST -> new Reply.Notice(replies.all(workshop.all(act.by(), act.room())));
            case SHOW -> {
                var sheet = workshop.sheet(act.by(), act.room(), act.argument());
                yield new Reply.Handed(replies.sheet(sheet), sheet.file());
            }
            case VERSIONS ->
                    new Reply.Notice(
                            replies.versions(workshop.sheet(act.by(), act.room(), act.argument())));
            case COPY_FORM -> copyForm(bundle, act);
            case COPY -> copy(bundle, replies, act);
            case CHECK_FORM -> form(bundle, act, ProtocolVerb.CHECK);
            case REHEARSE_FORM -> form(bundle, act, ProtocolVerb.REHEARSE_FILE);
            case PUBLISH_FORM -> form(bundle, act, ProtocolVerb.PUBLISH_FILE);
            case CHECK, REHEARSE_FILE, PUBLISH_FILE -> file(bundle, replies, sourceKey, act);
            case REHEARSE ->
                    replies.rehearsed(workshop.rehearse(act.by(), act.room(), act.argument()));
            case REHEARSE_DRAFT ->
                    replies.rehearsed(
                            workshop.rehearseDraft(act.by(), act.room(), act.argument()),
                            act.argument());
            case PUBLISH_DRAFT ->
                    published(
                            replies,
                            workshop.publishDraft(act.by(), act.room(), sourceKey, act.argument()));
        };
    }

    private record Asker(Bundle bundle, boolean mayPublish) {}

    private static Reply form(Bundle bundle, ProtocolAct act, ProtocolVerb send) {
        return new Reply.FormOpened(ProtocolForms.file(bundle, act.room(), send));
    }

    private Reply copyForm(Bundle bundle, ProtocolAct act) {
        return new Reply.FormOpened(
                ProtocolForms.copy(
                        bundle, act.room(), workshop.all(act.by(), act.room()), act.argument()));
    }

    private Reply copy(Bundle bundle, ProtocolReplies replies, ProtocolAct act) {
        var errors = required(bundle, act, ProtocolForms.FROM, ProtocolForms.AS);
        if (!errors.isEmpty()) {
            return new Reply.FieldErrors(errors);
        }
        var file =
                workshop.copy(
                        act.by(),
                        act.room(),
                        act.value(ProtocolForms.FROM),
                        act.value(ProtocolForms.AS));
        return new Reply.Handed(replies.copied(act.value(ProtocolForms.AS)), file);
    }

    private static Map<String, String> required(Bundle bundle, ProtocolAct act, String... fields) {
        var errors = new TreeMap<String, String>();
        for (var field : fields) {
            if (act.value(field).isEmpty()) {
                errors.put(field, bundle.text("form.required"));
            }
        }
        return errors;
    }

    private Reply file(Bundle bundle, ProtocolReplies replies, String sourceKey, ProtocolAct act) {
        var answer = act.value(ProtocolForms.FILE);
        var bytes = Form.Input.File.decode(answer);
        if (bytes == null || bytes.length == 0) {
            return error(bundle.text("protocol.file.required"));
        }
        if (bytes.length > ProtocolForms.MOST_BYTES) {
            return error(bundle.text("protocol.file.too-long", Map.of("kb", bytes.length / 1000)));
        }
        if (!workshop.isTable(bytes)) {
            var found =
                    workshop.check(act.by(), act.room(), checkKey(act.verb(), sourceKey), bytes);
            return follow(replies, sourceKey, act, found, false);
        }
        if (act.value(ProtocolForms.NAME).isEmpty() || act.value(ProtocolForms.PURPOSE).isEmpty()) {
            return new Reply.FormOpened(ProtocolForms.table(bundle, act.room(), act.verb(), act));
        }
        var found =
                workshop.checkTable(
                        act.by(),
                        act.room(),
                        checkKey(act.verb(), sourceKey),
                        bytes,
                        act.value(ProtocolForms.NAME),
                        act.value(ProtocolForms.PURPOSE));
        return follow(replies, sourceKey, act, found, true);
    }

    /// Checking comes first whatever is asked, and must not use up the key of what follows.
    private static String checkKey(ProtocolVerb verb, String sourceKey) {
        return verb == ProtocolVerb.CHECK ? sourceKey : sourceKey + ":check";
    }

    private static Reply error(String sentence) {
        return new Reply.FieldErrors(Map.of(ProtocolForms.FILE, sentence));
    }

    private Reply follow(
            ProtocolReplies replies,
            String sourceKey,
            ProtocolAct act,
            Workshop.Inspected found,
            boolean wasTable) {
        if (act.verb() == ProtocolVerb.CHECK || !found.isFine()) {
            return replies.checked(found, wasTable);
        }
        return act.verb() == ProtocolVerb.REHEARSE_FILE
                ? replies.rehearsed(workshop.rehearse(act.by(), act.room(), found), found.draft())
                : published(replies, workshop.publish(act.by(), act.room(), sourceKey, found));
    }

    private static Reply published(ProtocolReplies replies, Workshop.@Nullable Publication done) {
        return done == null ? new Reply.Nothing() : new Reply.Notice(replies.published(done));
    }
}
