package org.lotse.engine.decision;

import org.lotse.engine.arbitration.PriceList;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Statistics;

/**
 * What serves one decision from memory: models, statistics and prices of one moment.
 *
 * @param predictions the models, each left out when it is down
 */
record Serving(Predictions predictions, Statistics statistics, PriceList prices) {
    static Serving of(ServingModels models, Prices prices, Attempt attempt) {
        return new Serving(
                new LeavingOut(attempt.once(Part.MODELS, models::predictions, Predictions.NONE), attempt),
                attempt.once(Part.STATISTICS, models::statistics, Statistics.NONE),
                attempt.once(Part.PRICES, prices::now, PriceList.NONE));
    }

    DecisionRecord.Versions versions(RuleSet rules) {
        return new DecisionRecord.Versions(
                rules.version(), statistics.version(), prices.version(), predictions.versions());
    }

    /** The prediction of a pair for somebody about whom this was read. */
    Weighing.PairPredictions about(Inputs inputs) {
        return (model, pair) -> predictions.predict(
                model,
                inputs.subject().type(),
                inputs.terms(),
                pair.action(),
                pair.channel().value());
    }
}
