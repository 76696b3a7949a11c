/// The browser room: a full platform of its own, for whoever has neither Slack nor Teams.
@NullMarked
package org.convenor.web;

import org.jspecify.annotations.NullMarked;
