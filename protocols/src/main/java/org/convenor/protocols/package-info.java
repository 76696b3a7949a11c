/// The shipped protocol files, and how a file becomes a checked protocol.
@NullMarked
package org.convenor.protocols;

import org.jspecify.annotations.NullMarked;
