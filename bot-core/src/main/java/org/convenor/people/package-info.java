/// Who takes part: networks, cohorts, district teams, members, their identities and rights.
@NullMarked
package org.convenor.people;

import org.jspecify.annotations.NullMarked;
