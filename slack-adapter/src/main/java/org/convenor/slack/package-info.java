/// Slack: what comes in from a workspace, how messages look there, and how they are delivered.
@NullMarked
package org.convenor.slack;

import org.jspecify.annotations.NullMarked;
