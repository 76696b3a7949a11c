/// Everything that is kept: the database, its transactions and one class per table.
@NullMarked
package org.convenor.store;

import org.jspecify.annotations.NullMarked;
