package org.convenor.chat;

/// How a platform knows somebody.
///
/// @param tenant workspace or tenant; empty where there are none
/// @param user the platform's id of the person
public record Account(String tenant, String user) {}
