/// The store against real databases.
@NullMarked
package org.convenor.store;

import org.jspecify.annotations.NullMarked;
