/**
 * Review by a human being (Art. 22): a queue of decisions persons want looked at, and a reviewer who confirms or corrects.
 * A correction is an outcome of the decision, so that learning sees it. Start at {@link org.lotse.api.review.Reviews}. May
 * depend on decision, outcome, events, subjects, values, security and problem.
 */
@NullMarked
package org.lotse.api.review;

import org.jspecify.annotations.NullMarked;
