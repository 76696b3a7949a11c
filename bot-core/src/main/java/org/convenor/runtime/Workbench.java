package org.convenor.runtime;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.convenor.chat.ProblemException;
import org.convenor.protocol.Protocol;
import org.convenor.view.Bundle;
import org.jspecify.annotations.Nullable;

/// What the bot needs for protocols: those it comes with, and the means to make others.
public record Workbench(ProtocolShelf shipped, ProtocolFiles files, Rehearser rehearser) {
    /// Protocols to start, and nothing to make others with: for rehearsals and measurements.
    public static Workbench only(ProtocolShelf shipped) {
        return new Workbench(
                shipped,
                new NoFiles(),
                _ -> {
                    throw closed();
                });
    }

    private static ProblemException closed() {
        return new ProblemException(
                Bundle.of(Locale.ENGLISH).problem("problem.no-workshop", Map.of()));
    }

    /// Where no files are read.
    private static final class NoFiles implements ProtocolFiles {
        @Override
        public Checked check(byte[] file) {
            throw closed();
        }

        @Override
        public boolean isTable(byte[] file) {
            return false;
        }

        @Override
        public Checked checkTable(byte[] table, String name, String purpose) {
            throw closed();
        }

        @Override
        public String copy(String text, String id) {
            throw closed();
        }

        @Override
        public boolean isName(String id) {
            return false;
        }

        @Override
        public String summary(Protocol protocol) {
            return "";
        }

        @Override
        public @Nullable String nearest(String misspelt, Collection<String> names) {
            return null;
        }
    }
}
