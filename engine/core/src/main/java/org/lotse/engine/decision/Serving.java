package org.lotse.engine.decision;

import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.arbitration.PriceList;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.Terms;

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

    /**
     * The prediction of a pair for somebody about whom this was read. A model that serves marketing sees what marketing may
     * see, whatever it was trained with.
     */
    Weighing.PairPredictions about(Inputs inputs, RuleSet rules) {
        Terms forMarketing =
                inputs.terms().readableFor(Purpose.MARKETING, inputs.subject().type(), rules.vocabulary());
        return (model, pair) -> predictions.predict(
                model,
                inputs.subject().type(),
                isForMarketing(pair.action(), rules) ? forMarketing : inputs.terms(),
                pair.action(),
                pair.channel().value());
    }

    private static boolean isForMarketing(String action, RuleSet rules) {
        return rules.catalogue()
                .action(new ActionKey(action))
                .map(Action::purpose)
                .filter(Purpose.MARKETING::equals)
                .isPresent();
    }
}
