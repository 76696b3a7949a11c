package org.convenor.people;

import java.time.ZoneId;
import java.util.Locale;

/// District teams that work on one problem of practice together.
///
/// @param zone in which the cohort's working hours are counted
/// @param locale the language of its channels
public record Cohort(String id, String network, String name, ZoneId zone, Locale locale) {}
