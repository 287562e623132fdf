package org.lotse.api.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.decision.DecisionRecord;
import org.springframework.stereotype.Component;

/** Many decisions of the log at once, for who wants to take them again. Thread-safe. */
@Component
public class RecordedDecisions {
    private final DecisionStore store;

    RecordedDecisions(DecisionStore store) {
        this.store = store;
    }

    /**
     * A decision of the log.
     *
     * @param rules the version of the rules it was taken by
     * @param erased whether the person it is about has been erased
     * @param record what was read; what was decided is empty but for the predictions. Empty when it cannot be read
     */
    public record Recorded(String id, String rules, boolean erased, Optional<DecisionRecord> record) {}

    /** How many decisions of a kind were taken from a moment on, before another. */
    public long count(String decision, Instant from, Instant until) {
        return store.count(decision, from, until);
    }

    /** The ids of some of them, in an order that has nothing to do with them and is the same each time. */
    public List<String> sample(String decision, Instant from, Instant until, int most) {
        return store.sample(decision, from, until, most);
    }

    /** Decisions of a time by their ids, in no order. */
    public List<Recorded> read(List<String> ids, Instant from, Instant until) {
        return store.find(ids, from, until);
    }
}
