package org.lotse.api.decision;

import org.lotse.engine.decision.DecisionRecord;

/** Somebody who looks at decisions after they have been recorded; answers at once and never throws. */
@FunctionalInterface
public interface DecisionWatcher {
    /** A decision was taken and recorded. */
    void recorded(DecisionRecord record);
}
