/// What must hold of a session, in the words of the field.
@NullMarked
package org.convenor.session;

import org.jspecify.annotations.NullMarked;
