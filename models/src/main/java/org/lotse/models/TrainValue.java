package org.lotse.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.Origin;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.registry.TrainingReport;
import org.lotse.models.training.Progress;
import org.lotse.models.value.LearnValue;
import org.tribuo.Tribuo;

/** Trains a customer value from a table of purchases. */
final class TrainValue {
    private final ModelDefinition definition;
    private final Clock clock;

    TrainValue(ModelDefinition definition, Clock clock) {
        this.definition = definition;
        this.clock = clock;
    }

    TrainedModel train(TrainingData data, Progress progress) {
        Instant started = clock.instant();
        LearnValue.LearnedValue learned = new LearnValue(definition).learn(data.table(), progress);
        progress.step("done", 1);
        Instant ended = clock.instant();
        int customers = learned.predicted().size();
        List<Candidate> candidates = new ArrayList<>(learned.buys().candidates());
        candidates.addAll(learned.spends().candidates());
        double[] weights = learned.model().weights();
        return new TrainedModel(
                definition,
                learned.signals(),
                List.of(),
                Optional.empty(),
                Optional.of(learned.model()),
                Map.of(
                        Member.BUYS, TrainModel.member(learned.buys(), customers),
                        Member.SPENDS, TrainModel.member(learned.spends(), customers)),
                List.of(),
                Optional.of(learned.model().columns().customer()),
                new TrainingReport(
                        learned.evaluation(),
                        weights[0] + " x buying and dropping out, " + weights[1] + " x "
                                + learned.buys().learner() + " times "
                                + learned.spends().learner() + ", " + weights[2]
                                + " x carried on",
                        "scale",
                        candidates,
                        true,
                        List.of(),
                        Inputs.of(learned.signals()),
                        List.of(),
                        List.of(),
                        Duration.between(started, ended).toMillis() / 1000.0),
                new Origin(
                        Inputs.hash(definition.text()),
                        data.source(),
                        data.table().hash(),
                        customers,
                        definition.seed(),
                        "Tribuo " + Tribuo.VERSION,
                        ended));
    }
}
