/**
 * What a way of choosing is worth, from what another one chose: logged choices with their probabilities and what came of
 * them. Start at {@link org.lotse.models.policy.EvaluatePolicy}; comparison with a control group is {@link
 * org.lotse.models.policy.Lift}.
 */
@NullMarked
package org.lotse.models.policy;

import org.jspecify.annotations.NullMarked;
