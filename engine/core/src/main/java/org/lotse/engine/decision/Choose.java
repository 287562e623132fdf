package org.lotse.engine.decision;

import java.util.Map;
import java.util.Optional;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.term.SubjectState;

/** Reads and weighs: what {@link DecideNextBestAction} does before anything is reserved or recorded. */
final class Choose {
    private final ReadInputs readInputs;
    private final ServingModels models;
    private final Prices prices;

    Choose(ReadInputs readInputs, ServingModels models, Prices prices) {
        this.readInputs = readInputs;
        this.models = models;
        this.prices = prices;
    }

    /** The stored subject; empty when nothing is known of it. */
    Optional<SubjectState> subject(Asked asked, Attempt attempt) {
        return readInputs.subject(asked.request(), attempt);
    }

    /** Chooses; once more, if a part turned out to be down only while weighing. */
    DecisionRecord choose(Asked asked, SubjectState state, long seed, Attempt attempt) {
        Serving serving = Serving.of(models, prices, attempt);
        Inputs inputs =
                readInputs.read(asked.request(), seed, state, asked.declaration(), asked.rules(), serving, attempt);
        Decision decision = weigh(asked, inputs, serving);
        if (!attempt.leftOut().equals(inputs.unavailable())) {
            inputs = inputs.without(attempt.leftOut());
            decision = weigh(asked, inputs, serving);
        }
        return new DecisionRecord(
                asked.id(), inputs, decision, Map.of(), asked.request().whatIf(), serving.versions(asked.rules()));
    }

    private static Decision weigh(Asked asked, Inputs inputs, Serving serving) {
        return new Weighing(asked.rules(), inputs, serving.about(inputs, asked.rules())).decide(asked.declaration());
    }
}
