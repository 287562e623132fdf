/**
 * Whether the promises of a bundle hold whatever the tables say: tried on generated cases, which lie where the rows draw
 * their lines, and on known customers. What the service would withhold at run time is found here before it is published.
 *
 * <p>Start at {@link org.lotse.rules.trial.TryPromises}. Depends on the rule model, promises, examples and the engine.
 */
@NullMarked
package org.lotse.rules.trial;

import org.jspecify.annotations.NullMarked;
