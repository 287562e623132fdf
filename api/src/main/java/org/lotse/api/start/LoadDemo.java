package org.lotse.api.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lotse.api.demo.DemoCompany;
import org.lotse.api.model.PromoteModels;
import org.lotse.api.model.TrainModels;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Task;
import org.lotse.models.history.History;
import org.lotse.models.registry.TrainedModel;
import org.springframework.stereotype.Component;

/** Makes the demo company, stores it and trains its models, several things at a time. */
@Component
class LoadDemo {
    /** What the shipped actions and plans ask for. */
    static final List<String> MODELS = List.of("accept", "accept-uplift", "churn", "closing", "reachability");

    private static final String BY = "demo";
    private static final int THREADS = 2;
    private static final int OBSERVATIONS = 8_000;
    private static final int FOLDS = 3;

    private final JdbcDemoStore store;
    private final TrainModels train;
    private final PromoteModels promote;
    private final Clock clock;

    LoadDemo(JdbcDemoStore store, TrainModels train, PromoteModels promote, Clock clock) {
        this.store = store;
        this.train = train;
        this.promote = promote;
        this.clock = clock;
    }

    /** Loads what is missing: a start that was killed on the way is made up for. */
    void load(Progress progress) {
        List<ModelDefinition> untrained = MODELS.stream()
                .flatMap(name -> train.definition(name).stream())
                .filter(definition -> !promote.hasChampion(definition.name()))
                .toList();
        boolean empty = store.isEmpty();
        if (!empty && untrained.isEmpty()) {
            return;
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("demo-", 1).factory())) {
            History history;
            CompletableFuture<?> storing = CompletableFuture.completedFuture(null);
            if (empty) {
                progress.tell("The database is empty: making the demo company Nordlicht ...");
                DemoCompany company =
                        DemoCompany.generate(DemoCompany.SEED, LocalDate.ofInstant(clock.instant(), DemoCompany.ZONE));
                progress.tell("Nordlicht made");
                storing = CompletableFuture.runAsync(() -> store.store(company, progress), workers);
                history = new DemoHistory(company);
            } else {
                history = train.history();
            }
            List<CompletableFuture<Void>> training = untrained.stream()
                    .map(definition -> CompletableFuture.runAsync(() -> train(definition, history, progress), workers))
                    .toList();
            storing.join();
            training.forEach(CompletableFuture::join);
        }
    }

    private void train(ModelDefinition definition, History history, Progress progress) {
        TrainedModel model = train.train(quick(definition), history, org.lotse.models.training.Progress.SILENT, BY);
        promote.promote(definition.name(), model.version(), BY, "");
        progress.tell(String.format(
                Locale.ROOT,
                "model %s trained on %d observations",
                model.name(),
                model.origin().rows()));
    }

    /** Nobody should wait a minute for the last bit of a demo's accuracy; a training asked for later takes all. */
    private static ModelDefinition quick(ModelDefinition whole) {
        // effects are small and need every observation
        return whole.quicker(FOLDS, whole.task() == Task.UPLIFT ? Integer.MAX_VALUE : OBSERVATIONS);
    }
}
