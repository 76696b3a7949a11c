package org.convenor.people;

/// The people of one district, agency or school system within a cohort.
///
/// @param id time-ordered, never shown
/// @param name as people write it, unique in its cohort regardless of case
public record DistrictTeam(String id, String name) {}
