package org.convenor.slack;

import com.slack.api.methods.request.users.UsersInfoRequest;
import com.slack.api.model.User;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.convenor.chat.Account;
import org.convenor.chat.DeliveryException;
import org.convenor.slack.SlackBackend.Newcomer;
import org.jspecify.annotations.Nullable;

/// Asks Slack who somebody is. What Slack does not tell stays at what is usual.
final class Profiles {
    private final SlackCalls calls;

    Profiles(SlackCalls calls) {
        this.calls = calls;
    }

    Newcomer of(Account account) {
        var request = UsersInfoRequest.builder().user(account.user()).includeLocale(true).build();
        try {
            var user =
                    calls.call(account.tenant(), "users.info", slack -> slack.usersInfo(request))
                            .getUser();
            return new Newcomer(account, name(user), locale(user.getLocale()), zone(user.getTz()));
        } catch (DeliveryException | Refusal _) {
            return new Newcomer(account, "", Locale.ENGLISH, ZoneOffset.UTC);
        }
    }

    private static String name(User user) {
        var profile = user.getProfile();
        var shown = profile == null ? null : profile.getDisplayName();
        if (shown != null && !shown.isBlank()) {
            return shown;
        }
        return user.getRealName() == null ? "" : user.getRealName();
    }

    private static Locale locale(@Nullable String tag) {
        var locale = tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
        return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
