package org.convenor.chat;

/// Something a person must know. Each part is one short sentence that names people and things as
/// they do.
///
/// @param what what happened
/// @param meaning what it means for them
/// @param remedy what to do now
public record Problem(String what, String meaning, String remedy) {
    @Override
    public String toString() {
        return what + " " + meaning + " " + remedy;
    }
}
