/**
 * Learners, folds and calibration: from encoded rows and a target to a scorer that is honest about what it does not
 * know. Start at {@link org.lotse.models.training.Learn}. Alone sees the learning library.
 */
@NullMarked
package org.lotse.models.training;

import org.jspecify.annotations.NullMarked;
