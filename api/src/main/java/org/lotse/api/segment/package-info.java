/**
 * Named parts of all subjects, over HTTP. Start at {@link org.lotse.api.segment.SegmentController}; batches and call lists ask
 * {@link org.lotse.api.segment.FindAudience} whom they mean. May depend on subjects and problem.
 */
@NullMarked
package org.lotse.api.segment;

import org.jspecify.annotations.NullMarked;
