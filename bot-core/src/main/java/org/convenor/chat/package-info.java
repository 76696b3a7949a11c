/// Platform-neutral messages, forms and replies, and the port every chat platform implements. Uses
/// nothing.
@NullMarked
package org.convenor.chat;

import org.jspecify.annotations.NullMarked;
