package org.convenor.slack;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Tells failures before a request was sent, after which it may be sent again, from those after:
/// only these pass here, for a network interceptor runs when the connection stands.
final class SentMarker implements Interceptor {
    /// The request was sent, wholly or in part, and what became of it is unknown.
    static final class SentException extends IOException {
        private static final long serialVersionUID = 1L;

        SentException(IOException cause) {
            super("no answer", cause);
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            throw new SentException(e);
        }
    }

    static boolean wasSent(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SentException) {
                return true;
            }
            for (var suppressed : cause.getSuppressed()) {
                if (suppressed instanceof SentException) {
                    return true;
                }
            }
        }
        return false;
    }
}
