package org.convenor.protocols;

/// What the readers of steps share while one file is read.
///
/// @param saved what the steps read so far have saved
/// @param past what the steps read so far decide, and how they split people
record Reading(Header header, Texts texts, Saved saved, Past past, Remarks remarks) {
    Reading(Header header, Remarks remarks) {
        this(header, new Texts(header.settings()), new Saved(), new Past(), remarks);
    }
}
