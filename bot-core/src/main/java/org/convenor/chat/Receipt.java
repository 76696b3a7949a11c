package org.convenor.chat;

/// A platform's word that it has the message.
///
/// @param platformId the platform's id of the message, for later edits
public record Receipt(String platformId) {}
