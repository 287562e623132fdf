package org.lotse.engine.term;

import java.util.Map;
import java.util.Optional;
import org.lotse.engine.calculation.Calculation;

/** Where a term comes from; each term has exactly one source. */
public sealed interface Source {
    /** Delivered with the subject by the system that owns it. */
    record Attribute() implements Source {}

    /**
     * Computed over the subject's events.
     *
     * @param function what is computed
     * @param event the event type
     * @param field the data field summed, averaged, ...; empty for {@code count} and {@code since}
     * @param where data fields an event must have to count
     * @param within how far back events count; empty means all
     * @param until how long before the moment of decision counting stops; empty means up to that moment
     */
    record Aggregate(
            Function function,
            String event,
            Optional<String> field,
            Map<String, String> where,
            Optional<Period> within,
            Optional<Period> until)
            implements Source {
        public Aggregate {
            where = Map.copyOf(where);
        }
    }

    /** What an aggregate computes. */
    enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX,
        /** The field of the latest event. */
        LAST,
        /** The field of the earliest event. */
        FIRST,
        /** How many different values the field has. */
        DISTINCT,
        /** Days since the latest event. */
        SINCE
    }

    /** Whether the subject may be contacted for marketing on a channel, from the consent ledger. */
    record Consent(String channel) implements Source {}

    /** The rank of another term's value in the population, 0 (lowest) to 100 (best). */
    record Percentile(TermKey of) implements Source {}

    /** What a trained model predicts. */
    record Prediction(String model) implements Source {}

    /** Concluded by a rule file. */
    record Rules() implements Source {}

    /** Sent along with the request. */
    record Context() implements Source {}

    /** Calculated from other terms that are no rule terms. */
    record Calculated(Calculation calculation) implements Source {}
}
