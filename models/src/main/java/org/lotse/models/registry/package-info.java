/**
 * Model versions: what was learned, how good it is, where it came from; kept as directories or byte archives and named by
 * their content. Start at {@link org.lotse.models.registry.TrainedModel}. Depends on scoring, signals and evaluation.
 */
@NullMarked
package org.lotse.models.registry;

import org.jspecify.annotations.NullMarked;
