package org.convenor.protocols;

import java.util.Set;

/// The words for yes and no, in every spelling that some version of the notation knows.
final class YesNo {
    private static final Set<String> YES = Set.of("yes", "on", "true", "y");
    private static final Set<String> NO = Set.of("no", "off", "false", "n");

    private YesNo() {}

    static boolean read(String words) throws Misread {
        String small = Section.small(words);
        if (YES.contains(small)) {
            return true;
        }
        if (NO.contains(small)) {
            return false;
        }
        throw new Misread("is neither yes nor no. Write “yes” or “no”.");
    }
}
