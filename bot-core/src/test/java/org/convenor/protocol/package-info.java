/// Tests of what a protocol says of itself.
@NullMarked
package org.convenor.protocol;

import org.jspecify.annotations.NullMarked;
