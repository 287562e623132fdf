/**
 * What a draft would do: recorded decisions, or decisions about the stored customers, are taken once more under the
 * rules in force and under the draft, and the differences are counted. Start at
 * {@link org.lotse.api.simulation.SimulateDrafts}; {@code TakeAgain} takes one decision, {@code Tally} counts. Nothing is
 * reserved, recorded or learned. May depend on rule, decision, jobs, problem and security.
 */
@NullMarked
package org.lotse.api.simulation;

import org.jspecify.annotations.NullMarked;
