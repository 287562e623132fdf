/**
 * Learning and serving predictions: a definition and a table (or the stored history) in, a registered, calibrated model
 * out, served from flat arrays. Nothing outside this module sees the learning library.
 *
 * <p>Start at {@link org.lotse.models.TrainModel} and {@link org.lotse.models.history.Observe}; what serves is {@link
 * org.lotse.models.serving.ServedModels}. May depend on the engine core only.
 */
@NullMarked
package org.lotse.models;

import org.jspecify.annotations.NullMarked;
