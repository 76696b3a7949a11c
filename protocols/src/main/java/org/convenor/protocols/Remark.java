package org.convenor.protocols;

/// One thing the author of a protocol file should know.
///
/// @param line counted from 1
/// @param text one to three plain sentences on one line; reads well after `file:line:`
public record Remark(int line, Severity severity, String text) {}
