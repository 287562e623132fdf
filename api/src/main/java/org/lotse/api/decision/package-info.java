/**
 * Decisions over HTTP and on the command line: {@code POST /v1/decisions/<decision>}, the record, its explanation and
 * its replay.
 *
 * <p>The main path starts at {@link org.lotse.api.decision.DecisionController} and goes at once to the engine's
 * {@link org.lotse.engine.decision.DecideNextBestAction}. A record is what was read ({@code RecordJson}), what was decided
 * ({@code DecidedJson}) and the hash of the answer without its words ({@code AnswerJson}), packed by {@code PackRecords} and
 * kept by {@code org.lotse.api.log}. A new field of a record is written and read in {@code RecordJson} and nowhere else.
 */
@NullMarked
package org.lotse.api.decision;

import org.jspecify.annotations.NullMarked;
