/**
 * What became of decisions: {@code POST /v1/outcomes}. An outcome is joined to its decision, kept once per id, and
 * becomes an event of the customer, so that rules and models see it. May depend on decision, events, problem, security
 * and values.
 */
@NullMarked
package org.lotse.api.outcome;

import org.jspecify.annotations.NullMarked;
