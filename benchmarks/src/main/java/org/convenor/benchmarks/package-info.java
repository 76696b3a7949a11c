/// Yardsticks: what Convenor does, held against what the machine could do.
@NullMarked
package org.convenor.benchmarks;

import org.jspecify.annotations.NullMarked;
