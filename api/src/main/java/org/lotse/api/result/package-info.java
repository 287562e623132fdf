/**
 * What is achieved, measured against the control group: over HTTP at {@link org.lotse.api.result.ResultController}, for
 * pages at {@link org.lotse.api.result.MeasureResults}. May depend on person and problem.
 */
@NullMarked
package org.lotse.api.result;

import org.jspecify.annotations.NullMarked;
