/// Tests of the protocol files, their loader and checker.
@NullMarked
package org.convenor.protocols;

import org.jspecify.annotations.NullMarked;
