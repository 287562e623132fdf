package org.lotse.engine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * A question to the engine.
 *
 * @param decision which decision, as declared in the vocabulary
 * @param subject about whom; may be unknown to the store if {@code attributes} say enough
 * @param channel the channel the conversation takes place on; empty: any that the direction allows
 * @param direction who turned to whom
 * @param limit how many ranked candidates to answer, at least 1
 * @param placements several places to fill at once, each with a limit and channels of its own; empty for none
 * @param context what only this moment knows: reason for the call, mood
 * @param attributes values for a subject that is not stored, or what-if values for a stored one
 * @param at the moment of decision
 * @param seed for ties and exploration
 * @param whatIf whether this only asks what would be: nothing is reserved, nothing learned
 */
public record DecisionRequest(
        String decision,
        SubjectId subject,
        Optional<ChannelKey> channel,
        Direction direction,
        int limit,
        List<Placement> placements,
        Map<TermKey, Value> context,
        Map<TermKey, Value> attributes,
        Instant at,
        long seed,
        boolean whatIf) {
    public DecisionRequest {
        placements = List.copyOf(placements);
        context = Map.copyOf(context);
        attributes = Map.copyOf(attributes);
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "The limit " + limit + " leaves no room for an answer. Maybe ask for 1.");
        }
    }

    /** A question without places. */
    public DecisionRequest(
            String decision,
            SubjectId subject,
            Optional<ChannelKey> channel,
            Direction direction,
            int limit,
            Map<TermKey, Value> context,
            Map<TermKey, Value> attributes,
            Instant at,
            long seed,
            boolean whatIf) {
        this(decision, subject, channel, direction, limit, List.of(), context, attributes, at, seed, whatIf);
    }

    /** The same question, asked as a what-if or not. */
    public DecisionRequest asWhatIf(boolean asked) {
        return new DecisionRequest(
                decision, subject, channel, direction, limit, placements, context, attributes, at, seed, asked);
    }
}
