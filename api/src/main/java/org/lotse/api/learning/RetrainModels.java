package org.lotse.api.learning;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.database.InstanceLock;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.api.model.PromoteModels;
import org.lotse.api.model.StartTraining;
import org.lotse.api.model.TrainModels;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.registry.TrainedModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Trains models anew when their definition says so: at night when the time is over, and by day after enough outcomes. What
 * comes out runs beside the champion as its challenger.
 */
@Component
class RetrainModels {
    private static final Logger LOG = LoggerFactory.getLogger(RetrainModels.class);
    private static final long LOCK = 4_210;
    private static final String BY = "retraining";
    private static final String BY_ERASURE = "erasure";

    private final TrainModels train;
    private final PromoteModels promote;
    private final JdbcServedModels served;
    private final ErasedSubjects erased;
    private final Jobs jobs;
    private final InstanceLock lock;
    private final Clock clock;

    RetrainModels(
            TrainModels train,
            PromoteModels promote,
            JdbcServedModels served,
            ErasedSubjects erased,
            Jobs jobs,
            InstanceLock lock,
            Clock clock) {
        this.train = train;
        this.promote = promote;
        this.served = served;
        this.erased = erased;
        this.jobs = jobs;
        this.lock = lock;
        this.clock = clock;
    }

    /** What a retraining came to. */
    record Retrained(String model, Optional<String> challenger, String problem) {}

    @Scheduled(cron = "${lotse.train-at:0 30 3 * * *}")
    void nightly() {
        lock.tryRun(LOCK, () -> served.champions().forEach(champion -> submit(champion, this::isOldOrErased)));
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
    void afterOutcomes() {
        lock.tryRun(LOCK, () -> served.champions().forEach(champion -> submit(champion, this::hasHeardEnough)));
    }

    private interface Due {
        boolean is(ModelDefinition definition, TrainedModel champion);
    }

    private void submit(TrainedModel champion, Due due) {
        train.definition(champion.definition().name())
                .filter(definition -> due.is(definition, champion))
                .ifPresent(this::submit);
    }

    /** Trains as a job; the new version challenges the champion. */
    UUID submit(ModelDefinition definition) {
        return jobs.submit(StartTraining.KIND, BY, Locale.ENGLISH, run -> retrain(definition, run));
    }

    private Retrained retrain(ModelDefinition definition, JobRun run) {
        try {
            TrainedModel model = train.train(definition, train.history(), StartTraining.said(definition, run), BY);
            if (replacesErased(definition, model)) {
                promote.promote(definition.name(), model.version(), BY_ERASURE, "");
                return new Retrained(definition.name(), Optional.empty(), "");
            }
            boolean challenges = promote.challenge(definition.name(), model.version(), BY, "");
            return new Retrained(definition.name(), challenges ? Optional.of(model.version()) : Optional.empty(), "");
        } catch (ModelProblem e) {
            LOG.warn("{} was not retrained, the champion goes on: {}", definition.name(), e.getMessage());
            return new Retrained(definition.name(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** Somebody the champion learned from was erased, and its time is over: whatever the trials say, the new one answers. */
    private boolean replacesErased(ModelDefinition definition, TrainedModel fresh) {
        return served.champion(definition.name())
                .filter(champion -> isErasureDue(definition, champion))
                .filter(champion ->
                        fresh.report().hasSignal() || !champion.report().hasSignal())
                .isPresent();
    }

    private boolean isErasureDue(ModelDefinition definition, TrainedModel champion) {
        return ErasedSubjects.isDue(
                erased.firstAfter(champion.origin().createdAt()),
                definition.upkeep().afterErasure(),
                clock.instant());
    }

    private boolean isOldOrErased(ModelDefinition definition, TrainedModel champion) {
        return isOld(definition, champion) || isErasureDue(definition, champion);
    }

    private boolean isOld(ModelDefinition definition, TrainedModel champion) {
        Instant last = promote.lastTrained(definition.name()).orElse(Instant.EPOCH);
        return definition
                .upkeep()
                .every()
                .filter(every ->
                        !every.after(last, ZoneOffset.UTC).minusSeconds(3600).isAfter(clock.instant()))
                .isPresent();
    }

    private boolean hasHeardEnough(ModelDefinition definition, TrainedModel champion) {
        boolean alone = served.challengers().stream()
                .noneMatch(one -> one.definition().name().equals(definition.name()));
        return alone
                && definition.upkeep().afterOutcomes().isPresent()
                && served.outcomesSince(champion)
                        >= definition.upkeep().afterOutcomes().getAsInt();
    }
}
