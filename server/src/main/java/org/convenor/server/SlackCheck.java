package org.convenor.server;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convenor.chat.ProblemException;
import org.convenor.slack.Scope;
import org.convenor.store.SlackInstallations;
import org.jspecify.annotations.Nullable;

/// Asks Slack whether what is configured works. Changes nothing there.
final class SlackCheck {
    /// Slack and we refuse what is signed five minutes earlier or later.
    private static final Duration MOST_SKEW = Duration.ofMinutes(1);

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Slack slack;
    private final SlackSettings settings;
    private final InstantSource clock;

    SlackCheck(Slack slack, SlackSettings settings, InstantSource clock) {
        this.slack = slack;
        this.settings = settings;
        this.clock = clock;
    }

    /// Looks at every app and every linked channel.
    List<Finding> look(DataFile file) {
        for (var app : settings.apps()) {
            var about = app.suffix().isEmpty() ? "slack" : "slack " + app.suffix();
            switch (app) {
                case SlackAppSettings.Socket(_, var bot, var appToken) -> {
                    token(about, bot);
                    socket(about, appToken);
                }
                case SlackAppSettings.Signed(_, var bot, _) -> {
                    findings.add(Finding.well(about, "The signing secret has the right form."));
                    token(about, bot);
                }
                case SlackAppSettings.Installable(var suffix, _, var client, _) -> {
                    findings.add(Finding.well(about, "The signing secret has the right form."));
                    installations(about, suffix, client, file);
                }
            }
        }
        file.linked().forEach(this::channel);
        return List.copyOf(findings);
    }

    private void installations(String about, String suffix, String client, DataFile file) {
        var ours = file.sealed().stream().filter(one -> one.app().equals(client)).toList();
        if (ours.isEmpty()) {
            findings.add(
                    Finding.ill(
                            about,
                            "The app is not installed anywhere.",
                            "Open %s%s/install as an administrator of a workspace."
                                    .formatted(settings.url(), SlackSettings.path(suffix))));
        }
        for (var one : ours) {
            try {
                token(
                        about,
                        SlackInstallations.open(
                                one.sealed(), one.app(), one.workspace(), settings.seal()));
            } catch (ProblemException e) {
                findings.add(Finding.of(about, e.problem()));
            }
        }
    }

    private void token(String about, String token) {
        var answer = ask(about, () -> slack.methods(token).authTest(request -> request));
        if (answer == null) {
            return;
        }
        tokens.put(answer.getTeamId(), token);
        findings.add(
                Finding.well(
                        about, "The token is good in workspace %s.".formatted(answer.getTeam())));
        scopes(about, answer);
        skew(about, answer);
    }

    private void scopes(String about, SlackApiTextResponse answer) {
        var granted = Arrays.asList(header(answer, "x-oauth-scopes").split("[, ]+"));
        var missing = Scope.ids().stream().filter(scope -> !granted.contains(scope)).toList();
        findings.add(
                missing.isEmpty()
                        ? Finding.well(
                                about, "All %d scopes are granted.".formatted(Scope.ids().size()))
                        : Finding.ill(
                                about,
                                "Missing scopes: %s.".formatted(String.join(", ", missing)),
                                "Paste the manifest anew (./convenor slack manifest) and reinstall the app."));
    }

    private void skew(String about, SlackApiTextResponse answer) {
        var there = date(header(answer, "date"));
        if (there == null) {
            return;
        }
        var skew = Duration.between(there, clock.instant()).abs();
        findings.add(
                skew.compareTo(MOST_SKEW) <= 0
                        ? Finding.well(about, "The clock agrees with Slack's.")
                        : Finding.ill(
                                about,
                                "The clock differs from Slack's by %d seconds."
                                        .formatted(skew.toSeconds()),
                                "Set this machine's clock by NTP: at five minutes, requests are refused."));
    }

    private void socket(String about, String appToken) {
        var answer =
                ask(about, () -> slack.methods(appToken).appsConnectionsOpen(request -> request));
        if (answer != null) {
            findings.add(Finding.well(about, "The app token opens Socket Mode."));
        }
    }

    private void channel(DataFile.Linked linked) {
        var about = "#" + linked.name();
        var token = tokens.get(linked.workspace());
        if (token == null) {
            findings.add(
                    Finding.ill(
                            about,
                            "It is in workspace %s, where no app of ours works."
                                    .formatted(linked.workspace()),
                            "Install the app there, or configure its token."));
            return;
        }
        var answer =
                ask(
                        about,
                        () ->
                                slack.methods(token)
                                        .conversationsInfo(
                                                request -> request.channel(linked.channel())));
        if (answer == null) {
            return;
        }
        var channel = answer.getChannel();
        if (channel.isArchived()) {
            findings.add(
                    Finding.ill(
                            about, "It is archived.", "Unarchive it, or link another channel."));
        } else if (!channel.isMember()) {
            findings.add(
                    Finding.ill(about, "Convenor is not in it.", "Type /invite @Convenor in it."));
        } else {
            findings.add(Finding.well(about, "Convenor is in it."));
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, SlackApiException;
    }

    /// @return null if it did not work out; then there is a finding about it
    private <T extends SlackApiTextResponse> @Nullable T ask(String about, Question<T> question) {
        try {
            var answer = question.ask();
            if (answer.isOk()) {
                return answer;
            }
            findings.add(SlackRemedies.of(about, String.valueOf(answer.getError())));
        } catch (IOException _) {
            findings.add(
                    Finding.ill(
                            about,
                            "Slack cannot be reached.",
                            "Let this machine open https connections to slack.com."));
        } catch (SlackApiException e) {
            findings.add(
                    Finding.ill(
                            about,
                            "Slack answered %d.".formatted(e.getResponse().code()),
                            "Try again in a minute; https://slack-status.com tells of outages."));
        }
        return null;
    }

    private static String header(SlackApiTextResponse answer, String name) {
        return answer.getHttpResponseHeaders().entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("");
    }

    private static @Nullable Instant date(String header) {
        try {
            return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
