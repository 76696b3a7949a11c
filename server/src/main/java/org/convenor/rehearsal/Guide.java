package org.convenor.rehearsal;

import org.convenor.protocol.Step;
import org.convenor.session.Progress;
import org.convenor.session.Session;

/// Tells the newcomer in one or two short sentences where they are and what to do next.
final class Guide {
    private static final String READ_ALONG =
            "Nothing to do now: read along. The clock jumps ahead by itself.";

    private Guide() {}

    /// Before the first session.
    static String start(Newcomer newcomer) {
        if (!newcomer.chair().leads()) {
            return "Ada Example is about to call the session.";
        }
        var name = newcomer.protocol().name();
        return Chair.of(newcomer.protocol()).stream()
                .filter(chair -> chair.kind() == Chair.Kind.NAMED)
                .map(chair ->
                        "Next: press the button that starts “%s”, say what it is about, and name Bo Sample as %s."
                                .formatted(name, chair.role()))
                .findFirst()
                .orElse(
                        "Next: press the button that starts “%s”, and say what it is about."
                                .formatted(name));
    }

    /// @param session the one that runs or ran last
    /// @param glance what the newcomer has before them
    static String next(Newcomer newcomer, Session session, Glance glance) {
        return switch (session.phase()) {
            case GATHERING -> gathering(newcomer.chair(), glance);
            case RUNNING -> running(newcomer, session, glance);
            case ENDED ->
                    "That was a whole session: the summary and what is kept stand here, and “Download record” is yours to keep.";
        };
    }

    private static String gathering(Chair chair, Glance glance) {
        if (glance.openForm() != null) {
            return "Next: fill in the form below. A few invented words are enough.";
        }
        if (chair.leads()) {
            return glance.has("begin")
                    ? "Everybody is here. Next: press “Begin”."
                    : "The others are coming in; a few seconds are enough.";
        }
        return glance.has("leave")
                ? "The others are coming in; a few seconds are enough."
                : "Next: press “Join”.";
    }

    private static String running(Newcomer newcomer, Session session, Glance glance) {
        var track = session.trackOf(newcomer.member());
        var step = session.stepOf(track);
        if (glance.has("accept")) {
            return "Somebody named you. Next: say yes or no below.";
        }
        if (glance.has("done")) {
            return "You have the floor. Next: write a line or two in the conversation, then press “I am done”.";
        }
        if (glance.openForm() != null) {
            return step instanceof Step.Decide
                    ? "Next: vote in the form below. What others chose shows when all have."
                    : "Next: fill in the form below. A few words are enough.";
        }
        if (newcomer.chair().leads()) {
            return Leading.line(step, track, glance);
        }
        if (glance.has("join") && !glance.has("leave")) {
            return "The others have begun. Next: press “Join” to take part, or just read along.";
        }
        return switch (track.progress()) {
            case Progress.Forming _ -> "Look who is in your group; it begins in a moment.";
            case Progress.Arrived _ -> "Your group is done, and waits for the others.";
            case Progress.Apart _ -> "The groups are at work, and you are in none of them.";
            case Progress.Plain _, Progress.Gathering _, Progress.Asked _, Progress.Speaking _ ->
                    talking(newcomer.chair(), step, track.group() > 0);
        };
    }

    private static String talking(Chair chair, Step step, boolean inGroup) {
        if (!(step instanceof Step.Talk) || chair.isListening(step.listening())) {
            return READ_ALONG;
        }
        if (inGroup) {
            return "Your group is talking. Next: add a line of your own, or just read along.";
        }
        return chair.kind() == Chair.Kind.NAMED
                ? "The others ask. Next: answer in the conversation, or just read along."
                : "The others are talking. Next: add a line of your own, or just read along.";
    }
}
