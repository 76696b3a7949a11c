package org.convenor.rehearsal;

import org.convenor.protocol.Step;
import org.convenor.session.Session;
import org.jspecify.annotations.Nullable;

/// Tells the newcomer in one or two short sentences where they are and what to do next.
final class Guide {
    private Guide() {}

    /// @param session the one that runs or ran last, or null before the first
    /// @param glance what the newcomer has before them
    static String line(Newcomer.Role role, @Nullable Session session, Glance glance) {
        return role.introduction() + " " + next(role, session, glance);
    }

    private static String next(Newcomer.Role role, @Nullable Session session, Glance glance) {
        if (session == null) {
            return role == Newcomer.Role.FACILITATOR
                    ? "Next: press the start button, say what it is about, and name Bo Sample as presenter."
                    : "Ada Example is about to call the session.";
        }
        return switch (session.phase()) {
            case GATHERING -> gathering(role, glance);
            case RUNNING -> running(role, session.stepOf(session.main()), glance);
            case ENDED ->
                    "That was a whole session: the summary and the milestone stand here, and “Download record” is yours to keep.";
        };
    }

    private static String gathering(Newcomer.Role role, Glance glance) {
        if (glance.openForm() != null) {
            return "Next: share the plan and one question. Any invented link will do.";
        }
        if (role == Newcomer.Role.FACILITATOR) {
            return glance.has("begin")
                    ? "Everybody is here. Next: press “Begin”."
                    : "The others are coming in; a few seconds are enough.";
        }
        return glance.has("leave")
                ? "The others are coming in; a few seconds are enough."
                : "Next: press “Join”.";
    }

    private static String running(Newcomer.Role role, Step step, Glance glance) {
        if (glance.has("done")) {
            return "You have the floor. Next: write a line or two in the conversation, then press “I am done”.";
        }
        if (glance.openForm() != null) {
            return "Next: fill in the form below. A few words are enough.";
        }
        if (role == Newcomer.Role.FACILITATOR) {
            return leading(step, glance);
        }
        if (glance.has("join") && !glance.has("leave")) {
            return "The others have begun. Next: press “Join” to take part, or just read along.";
        }
        if (step instanceof Step.Talk && !isListening(role, step)) {
            return role == Newcomer.Role.PRESENTER
                    ? "The others ask. Next: answer in the conversation, or just read along."
                    : "The others are talking. Next: add a line of your own, or just read along.";
        }
        return "Nothing to do now: read along. The clock jumps ahead by itself.";
    }

    private static String leading(Step step, Glance glance) {
        if (glance.has("finish")) {
            return "The time is up. Next: press “Next”, or let them finish.";
        }
        return switch (step) {
            case Step.Say _, Step.Quiet _, Step.Display _, Step.Group _, Step.Swap _, Step.Stop _ ->
                    "Next: read the line aloud to the group, then press “Next”.";
            case Step.Talk _ ->
                    "The others are talking. Press “Next” when the group has had enough.";
            case Step.Ask _,
                    Step.Turn _,
                    Step.Round _,
                    Step.Keep _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Decide _,
                    Step.Deal _,
                    Step.Sort _ ->
                    "The others are at work. It goes on by itself; “Next” is there if you need it.";
        };
    }

    private static boolean isListening(Newcomer.Role role, Step step) {
        return role.name().equalsIgnoreCase(step.listening());
    }
}
