/**
 * Models improve from every outcome: each one corrects the serving model within a second on every instance
 * ({@link org.lotse.api.learning.FollowOutcomes}). Nothing of that is stored but the outcomes themselves, in their order:
 * after a restart they are learned from again, with the same result. Challengers run beside the champions, are measured
 * on the same offers ({@link org.lotse.api.learning.Challengers}) and trained anew at night
 * ({@link org.lotse.api.learning.RetrainModels}). May depend on database, decision, jobs, model, problem and values.
 */
@NullMarked
package org.lotse.api.learning;

import org.jspecify.annotations.NullMarked;
