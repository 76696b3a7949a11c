/// The line after /convene.
@NullMarked
package org.convenor.command;

import org.jspecify.annotations.NullMarked;
