/// What people read.
@NullMarked
package org.convenor.view;

import org.jspecify.annotations.NullMarked;
