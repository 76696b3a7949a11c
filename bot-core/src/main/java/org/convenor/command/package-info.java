/// The grammar of the /convene line and its help.
@NullMarked
package org.convenor.command;

import org.jspecify.annotations.NullMarked;
