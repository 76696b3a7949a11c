/// Plays whole sessions with invented people: for rehearsals on a virtual clock and for the demo.
@NullMarked
package org.convenor.rehearsal;

import org.jspecify.annotations.NullMarked;
