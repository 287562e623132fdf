/**
 * Deciding. The main path is {@link org.lotse.engine.decision.DecideNextBestAction}: read the inputs, let the rules
 * judge, screen by contact policy and consent, weigh in money, choose, record, answer.
 *
 * <p>Choosing itself ({@link org.lotse.engine.decision.Weighing}) is a pure function of what was read: the same inputs
 * and bundle give the same decision again, which is how replay works. May depend on every other package of the engine
 * core but planning.
 */
@NullMarked
package org.lotse.engine.decision;

import org.jspecify.annotations.NullMarked;
