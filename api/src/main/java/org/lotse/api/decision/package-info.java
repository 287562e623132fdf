/**
 * Decisions over HTTP and on the command line: {@code POST /v1/decisions/<decision>}, the record, its explanation and
 * its replay.
 *
 * <p>The main path starts at {@link org.lotse.api.decision.DecisionController} and goes at once to the engine's
 * {@link org.lotse.engine.decision.DecideNextBestAction}. A record is two JSON texts: everything read
 * ({@code RecordJson}) and the answer without its words ({@code AnswerJson}); words are added when answering.
 */
@NullMarked
package org.lotse.api.decision;

import org.jspecify.annotations.NullMarked;
