package org.convenor.protocols;

/// How much a remark matters.
public enum Severity {
    /// The file cannot be run.
    ERROR,
    /// The file runs; its author may have meant something else.
    WARNING
}
