package org.lotse.engine.decision;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;

/** The serving models, each of which is left out of a decision when it fails or does not answer in time. For one thread. */
final class LeavingOut implements Predictions {
    private final Predictions predictions;
    private final Attempt attempt;
    private final Map<String, Part> parts = new HashMap<>();

    LeavingOut(Predictions predictions, Attempt attempt) {
        this.predictions = predictions;
        this.attempt = attempt;
    }

    @Override
    public Optional<Prediction> predict(String model, SubjectType subject, Terms terms) {
        return attempt.tried(part(model), () -> predictions.predict(model, subject, terms));
    }

    @Override
    public Optional<Prediction> predict(String model, SubjectState state, ZonedDateTime at, Terms terms) {
        return attempt.tried(part(model), () -> predictions.predict(model, state, at, terms));
    }

    @Override
    public Optional<PairPrediction> predict(
            String model, SubjectType subject, Terms terms, String action, String channel) {
        return attempt.tried(part(model), () -> predictions.predict(model, subject, terms, action, channel));
    }

    @Override
    public Optional<PairPrediction> alike(String model, SubjectType subject, Terms terms) {
        return attempt.tried(part(model), () -> predictions.alike(model, subject, terms));
    }

    @Override
    public Map<String, String> versions() {
        return predictions.versions();
    }

    private Part part(String model) {
        return parts.computeIfAbsent(model, Part::model);
    }
}
