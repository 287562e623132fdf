/**
 * How good the defaults are on data sets that somebody brings, as one table: start at {@link
 * org.lotse.models.quality.MeasureQuality}. No test; nothing of it runs in a build.
 */
@NullMarked
package org.lotse.models.quality;

import org.jspecify.annotations.NullMarked;
