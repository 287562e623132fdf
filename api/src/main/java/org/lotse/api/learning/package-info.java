/**
 * Models improve from every outcome: each one corrects the serving model within a second on every instance
 * ({@link org.lotse.api.learning.FollowOutcomes}). Nothing of that is stored but the outcomes themselves, in their order:
 * after a restart they are learned from again, with the same result. May depend on decision, model and values.
 */
@NullMarked
package org.lotse.api.learning;

import org.jspecify.annotations.NullMarked;
