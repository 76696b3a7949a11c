package org.convenor.server;

import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.jspecify.annotations.Nullable;

/// Why an installation in Slack did not work out. None of them changed anything.
final class SlackDoorProblems {
    private static final String NOT_THERE = "Convenor is not in your workspace.";

    private SlackDoorProblems() {}

    static ProblemException notAllowed() {
        return problem(
                "The app was not allowed in Slack.",
                "Begin again if that was not meant, or ask an administrator of the workspace.");
    }

    static ProblemException notFromHere() {
        return problem(
                "This did not begin in this browser, or more than ten minutes ago.",
                "Begin again with the link that you were given, and finish in the same browser.");
    }

    static ProblemException refused(@Nullable String error) {
        return "invalid_code".equals(error) || "code_already_used".equals(error)
                ? problem(
                        "Slack does not know this installation any more.",
                        "Begin again with the link that you were given.")
                : problem(
                        "Slack refused to finish the installation.",
                        "Tell whoever runs this server to look at the app's client id and secret.");
    }

    static ProblemException unanswered(Exception cause) {
        return new ProblemException(
                new Problem("Slack did not answer.", NOT_THERE, "Begin again in a minute."), cause);
    }

    static ProblemException wholeOrganization() {
        return problem(
                "The app was installed for a whole organization.",
                "Install it in each workspace that takes part.");
    }

    private static ProblemException problem(String what, String remedy) {
        return new ProblemException(new Problem(what, NOT_THERE, remedy));
    }
}
