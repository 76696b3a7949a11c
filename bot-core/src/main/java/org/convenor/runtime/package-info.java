/// The moving parts: handling one input, waking what is due, delivering what was said.
@NullMarked
package org.convenor.runtime;

import org.jspecify.annotations.NullMarked;
