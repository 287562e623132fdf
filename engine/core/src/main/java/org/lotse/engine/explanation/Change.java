package org.lotse.engine.explanation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;

/** One thing that would have to be otherwise. */
public sealed interface Change {
    /** How large the change is, comparable between changes; see the package's description. */
    double distance();

    /**
     * A term would have to read otherwise.
     *
     * @param of the candidate whose term it is; empty for the subject's own and linked ones
     * @param term which term
     * @param from what was read; empty when it is missing
     * @param estimated whether what was read was only an estimate
     * @param to the nearest value that suffices; empty when it would have to be missing
     * @param operator how the sufficing values compare with {@code needed}
     * @param needed what they compare with
     */
    record OfReading(
            Optional<SubjectId> of,
            TermPath term,
            Optional<Value> from,
            boolean estimated,
            Optional<Value> to,
            Operator operator,
            List<Value> needed,
            double distance)
            implements Change {
        public OfReading {
            needed = List.copyOf(needed);
        }
    }

    /** Waiting would do. */
    record OfTime(Instant from, Instant to, double distance) implements Change {}

    /** The objections against this use of a channel would have to be withdrawn. */
    record OfObjection(Purpose purpose, ChannelKey channel, double distance) implements Change {}

    /** The conversation would have to take place over another channel. */
    record OfChannel(ChannelKey from, ChannelKey to, double distance) implements Change {}

    /** The other side would have to turn to the other. */
    record OfDirection(Direction from, Direction to, double distance) implements Change {}

    /**
     * A factor of the formula would have to be otherwise.
     *
     * @param channel over which channel the action then wins
     */
    record OfFactor(Factor factor, ChannelKey channel, double from, double to, double distance) implements Change {}

    /** The factors a change may be stated in. */
    enum Factor {
        PROPENSITY,
        UPLIFT,
        VALUE,
        COST_IF_ACCEPTED,
        CONTACT_COST
    }
}
