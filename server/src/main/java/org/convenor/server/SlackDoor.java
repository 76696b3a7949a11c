package org.convenor.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.oauth.OAuthV2AccessRequest;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import org.convenor.chat.Problem;
import org.convenor.slack.Scope;
import org.convenor.store.Codes;
import org.convenor.store.Database;
import org.convenor.web.Doorway;
import org.jspecify.annotations.Nullable;

/// How an administrator adds our app to their workspace: they are sent to Slack, allow it there,
/// and come back with a code that is exchanged for a token.
///
/// On the way goes a word that is good once, for ten minutes, and for the same browser only:
/// otherwise somebody could make others finish an installation that they did not begin.
final class SlackDoor {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int STATE_BYTES = 24;
    private static final String AUTHORIZE = "https://slack.com/oauth/v2/authorize";

    private final SecureRandom random = new SecureRandom();
    private final Codes codes = new Codes();
    private final Slack slack;
    private final SlackAppSettings.Installable app;
    private final URI address;
    private final SlackInstalls installs;
    private final Database database;
    private final InstantSource clock;

    /// @param address where the app's paths begin, as others reach it
    SlackDoor(
            Slack slack,
            SlackAppSettings.Installable app,
            URI address,
            SlackInstalls installs,
            Database database,
            InstantSource clock) {
        this.slack = slack;
        this.app = app;
        this.address = address;
        this.installs = installs;
        this.database = database;
        this.clock = clock;
    }

    /// By path.
    Map<String, Doorway> doorways() {
        var path = SlackSettings.path(app.suffix());
        return Map.of(path + "/install", this::leave, path + "/oauth", this::comeBack);
    }

    private Doorway.Answer leave(Doorway.Visit visit) {
        var bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        var state = HexFormat.of().formatHex(bytes);
        database.write(tx -> {
            var until = clock.instant().plus(GOOD_FOR);
            codes.put(tx, state, Codes.Kind.INSTALL, target(visit), true, until);
            return 0;
        });
        return new Doorway.Answer.GoOn(
                URI.create(
                        "%s?client_id=%s&scope=%s&redirect_uri=%s&state=%s"
                                .formatted(
                                        AUTHORIZE,
                                        encoded(app.clientId()),
                                        encoded(String.join(",", Scope.ids())),
                                        encoded(redirect()),
                                        state)));
    }

    private Doorway.Answer comeBack(Doorway.Visit visit) {
        demandOurs(visit);
        if (visit.parameter("error") != null) {
            throw SlackDoorProblems.notAllowed();
        }
        var code = visit.parameter("code");
        if (code == null) {
            throw SlackDoorProblems.notFromHere();
        }
        return keep(exchange(code));
    }

    private void demandOurs(Doorway.Visit visit) {
        var state = visit.parameter("state");
        var browser =
                state == null
                        ? null
                        : database.<@Nullable String>write(
                                tx -> codes.use(tx, state, Codes.Kind.INSTALL, clock.instant()));
        if (!target(visit).equals(browser)) {
            throw SlackDoorProblems.notFromHere();
        }
    }

    private OAuthV2AccessResponse exchange(String code) {
        var request =
                OAuthV2AccessRequest.builder()
                        .clientId(app.clientId())
                        .clientSecret(app.clientSecret())
                        .code(code)
                        .redirectUri(redirect())
                        .build();
        try {
            var answer = slack.methods().oauthV2Access(request);
            if (!answer.isOk()) {
                throw SlackDoorProblems.refused(answer.getError());
            }
            return answer;
        } catch (IOException | SlackApiException e) {
            throw SlackDoorProblems.unanswered(e);
        }
    }

    private Doorway.Answer keep(OAuthV2AccessResponse answer) {
        var team = answer.getTeam();
        if (team == null || answer.getAccessToken() == null) {
            throw SlackDoorProblems.wholeOrganization();
        }
        var enterprise = answer.getEnterprise();
        installs.put(
                team.getId(),
                enterprise == null ? null : enterprise.getId(),
                answer.getBotUserId(),
                answer.getScope(),
                answer.getAccessToken());
        return new Doorway.Answer.Done(
                new Problem(
                        "Convenor is in your workspace.",
                        "People there can use /convene from now on.",
                        "Invite @Convenor to a channel, and type /convene in it."));
    }

    private String target(Doorway.Visit visit) {
        return app.clientId() + " " + visit.browser();
    }

    private String redirect() {
        return address + "/oauth";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
