/// Parts that tests of every module share: protocols to play, and a session to play them in.
@NullMarked
package org.convenor.testing;

import org.jspecify.annotations.NullMarked;
