package org.convenor.protocol;

/// Something that can be chosen in a decision.
///
/// @param name as it is counted and as conditions speak of it: `consent`, `concern` and `objection`
///   where a decision is made by consent; `0` to `5` for fist to five; any word otherwise
/// @param text what people read
public record Choice(String name, String text) {
    /// In a decision by consent: yes.
    public static final String CONSENT = "consent";

    /// In a decision by consent: yes, with a concern that is written down.
    public static final String CONCERN = "concern";

    /// In a decision by consent: no, for a reason.
    public static final String OBJECTION = "objection";
}
