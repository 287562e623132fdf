/**
 * Whether what a model sees, says and gets back is still what it was: samples of different sizes compared with what chance
 * alone would show. Start at {@link org.lotse.models.drift.CompareCounts} and {@link org.lotse.models.drift.CheckCalibration};
 * {@link org.lotse.models.drift.Holm} keeps many comparisons at once from crying wolf. Pure arithmetic, depends on nothing.
 */
@NullMarked
package org.lotse.models.drift;

import org.jspecify.annotations.NullMarked;
