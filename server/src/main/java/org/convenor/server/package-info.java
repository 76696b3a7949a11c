/// The command line and the wiring: the only place that knows every part.
@NullMarked
package org.convenor.server;

import org.jspecify.annotations.NullMarked;
