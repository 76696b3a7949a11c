/// The moving parts against a real database and a platform with faults.
@NullMarked
package org.convenor.runtime;

import org.jspecify.annotations.NullMarked;
