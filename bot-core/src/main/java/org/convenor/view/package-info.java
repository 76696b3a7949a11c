/// From the state of a session and the texts a reader may see to a message for that reader. Pure.
@NullMarked
package org.convenor.view;

import org.jspecify.annotations.NullMarked;
