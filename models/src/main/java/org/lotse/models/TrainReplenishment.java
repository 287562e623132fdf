package org.lotse.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.refill.LearnRefill;
import org.lotse.models.registry.Origin;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.registry.TrainingReport;
import org.lotse.models.signal.Signals;
import org.lotse.models.training.Progress;
import org.tribuo.Tribuo;

/** Trains intervals between purchases, from a table or from the purchases of the stored history. */
final class TrainReplenishment {
    private final ModelDefinition definition;
    private final Clock clock;

    TrainReplenishment(ModelDefinition definition, Clock clock) {
        this.definition = definition;
        this.clock = clock;
    }

    TrainedModel train(TrainingData data, Progress progress) {
        Instant started = clock.instant();
        LearnRefill.LearnedRefill learned = new LearnRefill(definition).learn(data.table(), progress);
        progress.step("done", 1);
        Instant ended = clock.instant();
        return new TrainedModel(
                        definition,
                        new Signals(List.of(), List.of()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        Optional.of(learned.model().columns().customer()),
                        new TrainingReport(
                                learned.evaluation(),
                                "intervals drawn from the product to the customer's own",
                                "days",
                                learned.candidates(),
                                true,
                                List.of(),
                                List.of(),
                                data.leftOut(),
                                List.of(),
                                Duration.between(started, ended).toMillis() / 1000.0),
                        new Origin(
                                Inputs.hash(definition.text()),
                                data.source(),
                                data.table().hash(),
                                learned.spells(),
                                definition.seed(),
                                "Tribuo " + Tribuo.VERSION,
                                ended))
                .with(learned.model());
    }
}
