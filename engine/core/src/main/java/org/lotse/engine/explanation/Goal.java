package org.lotse.engine.explanation;

import org.lotse.engine.decision.Decision;

/** What a change is looked for to bring about. */
@FunctionalInterface
interface Goal {
    /** Whether it is so in a situation decided so. */
    boolean isReached(Situation situation, Decision decision);
}
