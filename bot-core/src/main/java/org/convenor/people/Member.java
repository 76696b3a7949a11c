package org.convenor.people;

import java.time.ZoneId;
import java.util.Locale;
import org.convenor.chat.MemberId;

/// A human who takes part, whatever platform they sit in.
///
/// @param name as they introduced themselves, 1 to 80 characters
/// @param team their district
/// @param locale the language of what is said to them in private
/// @param zone where their day is
public record Member(MemberId id, String name, DistrictTeam team, Locale locale, ZoneId zone) {}
