/// What the bot does with inputs, on a real database and a settable clock.
@NullMarked
package org.convenor.runtime;

import org.jspecify.annotations.NullMarked;
