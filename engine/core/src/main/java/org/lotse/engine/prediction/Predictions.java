package org.lotse.engine.prediction;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;

/**
 * Port: the models that are serving now. One instance is a consistent snapshot (a promotion makes a new one), safe for
 * use by many threads, answering from memory.
 */
public interface Predictions {
    /**
     * What a model predicts for a subject.
     *
     * @param model the model's name: {@code churn}
     * @param subject the type the terms belong to
     * @param terms the subject's terms; a missing one is a missing signal
     * @return empty when no model of that name is serving
     */
    Optional<Prediction> predict(String model, SubjectType subject, Terms terms);

    /**
     * The same, for models that look at what happened to the subject beside its terms: calls, purchases.
     *
     * @param state the subject as stored
     * @param at the moment, in the company's zone; nothing later counts
     */
    default Optional<Prediction> predict(String model, SubjectState state, ZonedDateTime at, Terms terms) {
        return predict(model, state.id().type(), terms);
    }

    /**
     * What a model predicts for a subject and one pair of action and channel.
     *
     * @param model the model's name; {@code accept} is the default of all actions
     * @param action the action's key
     * @param channel the channel's key
     * @return empty when neither the pair nor the model as a whole is serving
     */
    Optional<PairPrediction> predict(String model, SubjectType subject, Terms terms, String action, String channel);

    /**
     * What a model predicts for every pair of action and channel alike: it looks at the subject only.
     *
     * @return empty when no model of that name is serving, or when it has to be asked pair by pair
     */
    default Optional<PairPrediction> alike(String model, SubjectType subject, Terms terms) {
        return Optional.empty();
    }

    /**
     * What a prediction for a subject is made of.
     *
     * @return empty when no model of that name is serving, or it cannot say
     */
    default Optional<Contributions> because(String model, SubjectType subject, Terms terms) {
        return Optional.empty();
    }

    /**
     * What the propensity of a pair of action and channel is made of.
     *
     * @return empty when no model of that name is serving, or it cannot say
     */
    default Optional<Contributions> because(
            String model, SubjectType subject, Terms terms, String action, String channel) {
        return Optional.empty();
    }

    /** Content hash of each serving model by name. */
    Map<String, String> versions();

    /**
     * A calibrated probability, or an amount for a regression.
     *
     * @param value the number, in the unit of the term that is read from it
     * @param model name and content hash, {@code churn@3f9a...}
     */
    record Prediction(double value, String model) {}

    /**
     * What is expected of a pair of action and channel.
     *
     * @param propensity probability 0..1 that the offer is accepted
     * @param uplift by how much the offer raises the probability of the wanted outcome, -1..1; empty without evidence
     * @param model name and content hash
     */
    record PairPrediction(double propensity, Optional<Double> uplift, String model) {
        /** Stands for the model's name where the company's assumption stands in for one. */
        public static final String ASSUMED = "assumed";

        /** What the company assumes as long as no model has been trained. */
        public static PairPrediction assumed(double propensity) {
            return new PairPrediction(propensity, Optional.empty(), ASSUMED);
        }

        public boolean isAssumed() {
            return model.equals(ASSUMED);
        }
    }

    /** No model is serving. */
    Predictions NONE = new Predictions() {
        @Override
        public Optional<Prediction> predict(String model, SubjectType subject, Terms terms) {
            return Optional.empty();
        }

        @Override
        public Optional<PairPrediction> predict(
                String model, SubjectType subject, Terms terms, String action, String channel) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> versions() {
            return Map.of();
        }
    };
}
