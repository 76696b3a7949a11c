/// Who comes together: groups drawn by lot without repeats, with needs brought to offers, and why.
@NullMarked
package org.convenor.matching;

import org.jspecify.annotations.NullMarked;
