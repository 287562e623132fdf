/**
 * What decisions earned, and what other rules would have earned, from the log and its probabilities: {@code
 * /v1/policies/evaluations} and {@code /v1/policies/lift}. Start at {@link org.lotse.api.policy.EvaluatePolicies}. May depend
 * on decision, jobs, problem and security.
 */
@NullMarked
package org.lotse.api.policy;

import org.jspecify.annotations.NullMarked;
