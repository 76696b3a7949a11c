package org.convenor.web;

import org.convenor.chat.Problem;

/// A [Problem] that is about the request itself, with the status that says so to machines.
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;

    HttpProblem(int status, Problem problem) {
        super(problem.what());
        this.status = status;
        this.problem = problem;
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }

    /// The one answer to everything that is not there or not for this reader, so that nobody learns
    /// which.
    static HttpProblem notHere(Words words) {
        return of(404, "problem.not-here", words);
    }

    static HttpProblem of(int status, String key, Words words) {
        return new HttpProblem(
                status,
                new Problem(
                        words.say(key + ".what"),
                        words.say(key + ".meaning"),
                        words.say(key + ".remedy")));
    }
}
