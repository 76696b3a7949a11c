/// A structured protocol as immutable data: its people, roles, settings and steps.
@NullMarked
package org.convenor.protocol;

import org.jspecify.annotations.NullMarked;
