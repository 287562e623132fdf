package org.lotse.engine.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.arbitration.PriceList;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectType;
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
        SubjectType subject = inputs.subject().type();
        Terms forMarketing = inputs.terms().readableFor(Purpose.MARKETING, subject, rules.vocabulary());
        return new AboutOne(predictions, subject, inputs.terms(), forMarketing);
    }

    /** Asks a model that looks at the subject only once, and others pair by pair. For use by one thread. */
    private static final class AboutOne implements Weighing.PairPredictions {
        private final Predictions predictions;
        private final SubjectType subject;
        private final Terms forService;
        private final Terms forMarketing;
        private @Nullable Alike inService;
        private @Nullable Alike inMarketing;

        /** What a model says of all pairs alike, if it does. */
        private record Alike(String model, Optional<PairPrediction> prediction) {}

        AboutOne(Predictions predictions, SubjectType subject, Terms forService, Terms forMarketing) {
            this.predictions = predictions;
            this.subject = subject;
            this.forService = forService;
            this.forMarketing = forMarketing;
        }

        @Override
        public Optional<PairPrediction> of(String model, Decision.Pair pair, Purpose purpose) {
            boolean marketing = purpose == Purpose.MARKETING && forMarketing != forService;
            Terms terms = marketing ? forMarketing : forService;
            Alike alike = marketing ? inMarketing : inService;
            if (alike == null || !alike.model().equals(model)) {
                alike = new Alike(model, predictions.alike(model, subject, terms));
                if (marketing) {
                    inMarketing = alike;
                } else {
                    inService = alike;
                }
            }
            return alike.prediction().isPresent()
                    ? alike.prediction()
                    : predictions.predict(
                            model, subject, terms, pair.action(), pair.channel().value());
        }
    }
}
