/// Microsoft Teams: what comes in from a tenant, how messages look there, and how they are
/// delivered.
@NullMarked
package org.convenor.teams;

import org.jspecify.annotations.NullMarked;
