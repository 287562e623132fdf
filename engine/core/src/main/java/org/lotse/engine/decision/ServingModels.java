package org.lotse.engine.decision;

import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.term.Statistics;

/** Port: the models and population statistics serving now; each call gives a consistent snapshot. */
public interface ServingModels {
    Predictions predictions();

    Statistics statistics();
}
