/// One run of a protocol: its state, its events and the pure engine that decides what happens next.
@NullMarked
package org.convenor.session;

import org.jspecify.annotations.NullMarked;
