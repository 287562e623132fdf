/**
 * When somebody is reached by phone: how often others of the kind are at that hour, and how far this one differs from them by
 * what came of the calls so far. Start at {@link org.lotse.models.reach.LearnReach}; {@link
 * org.lotse.models.reach.ReachModel} serves. Depends on signals, scoring and training.
 */
@NullMarked
package org.lotse.models.reach;

import org.jspecify.annotations.NullMarked;
