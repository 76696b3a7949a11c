/// Slack: how messages and forms look there, and how they are delivered. What comes in is not read
/// yet.
///
/// [SlackPlatform] is the way in for whoever wires. `BlockKit` and `ModalView` are pure.
@NullMarked
package org.convenor.slack;

import org.jspecify.annotations.NullMarked;
