package org.lotse.api.decision;

import java.util.List;
import org.lotse.engine.decision.DecisionLog;
import org.lotse.engine.decision.DecisionRecord;

/**
 * A log whose records others look at once they are durable.
 *
 * @param log where records are kept
 * @param watchers who looks
 */
record WatchedLog(DecisionLog log, List<DecisionWatcher> watchers) implements DecisionLog {
    @Override
    public void append(DecisionRecord record) {
        append(record, () -> {});
    }

    @Override
    public void append(DecisionRecord record, Runnable waiting) {
        log.append(record, waiting);
        watchers.forEach(watcher -> watcher.recorded(record));
    }
}
