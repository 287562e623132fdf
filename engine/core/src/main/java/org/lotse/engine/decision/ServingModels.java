package org.lotse.engine.decision;

import java.util.Map;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.term.Statistics;

/** Port: the models and population statistics serving now; each call gives a consistent snapshot. */
public interface ServingModels {
    Predictions predictions();

    Statistics statistics();

    /**
     * The models of these versions, as far as they are still at hand: what a past decision was predicted by.
     *
     * @param versions content hash by name
     */
    default Predictions predictions(Map<String, String> versions) {
        return predictions().versions().equals(versions) ? predictions() : Predictions.NONE;
    }
}
