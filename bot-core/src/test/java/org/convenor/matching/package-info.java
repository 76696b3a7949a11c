/// What must hold when people are put together.
@NullMarked
package org.convenor.matching;

import org.jspecify.annotations.NullMarked;
