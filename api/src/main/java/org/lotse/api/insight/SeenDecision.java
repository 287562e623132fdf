package org.lotse.api.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Terms;

/**
 * A stored decision as far as models are concerned.
 *
 * @param terms as they were read
 * @param predictions per pair of action and channel, as they were read
 * @param channel the channel asked for; empty when none was
 */
record SeenDecision(
        String id,
        SubjectId subject,
        Instant at,
        Terms terms,
        Map<Decision.Pair, PairPrediction> predictions,
        String channel) {
    static SeenDecision of(DecisionRecord record) {
        return new SeenDecision(
                record.id(),
                record.inputs().subject(),
                record.inputs().at(),
                record.inputs().terms(),
                record.decision().predictions(),
                record.inputs().channel().map(Object::toString).orElse(""));
    }

    /** What a model said of the pairs of this decision. */
    List<PairPrediction> saidBy(String model) {
        return predictions.values().stream()
                .filter(one -> one.model().startsWith(model + "@"))
                .toList();
    }
}
