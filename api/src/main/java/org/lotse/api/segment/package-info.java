/**
 * Named parts of all subjects, over HTTP. Start at {@link org.lotse.api.segment.SegmentController}; others ask the
 * engine's {@link org.lotse.engine.decision.JudgeSubject}. May depend on subjects and problem.
 */
@NullMarked
package org.lotse.api.segment;

import org.jspecify.annotations.NullMarked;
