/// A Slack for tests: it behaves as the real one does where we touch it, and misbehaves on demand.
@NullMarked
package org.convenor.slack.testing;

import org.jspecify.annotations.NullMarked;
