/// Proofs on the whole product: the real process, a real browser, real requests.
@NullMarked
package org.convenor.proof;

import org.jspecify.annotations.NullMarked;
