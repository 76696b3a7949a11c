package org.convenor.people;

/// How one platform knows somebody.
///
/// @param platform `web`, `slack` or `teams`
/// @param tenant workspace or tenant; empty in the browser
/// @param user the platform's id of the person
public record Identity(String platform, String tenant, String user) {}
