/**
 * Customers stored more than once: found by a job, put before a steward pair by pair, merged and split by a person, whose
 * decisions teach the search. Start at {@link org.lotse.api.duplicate.Duplicates}. May depend on person, subjects, values,
 * jobs, security and problem.
 */
@NullMarked
package org.lotse.api.duplicate;

import org.jspecify.annotations.NullMarked;
