package org.lotse.api.model;

import java.time.Clock;
import java.util.Optional;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.models.TrainModel;
import org.lotse.models.TrainingData;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.history.History;
import org.lotse.models.history.Observe;
import org.lotse.models.portrait.DrawPortrait;
import org.lotse.models.portrait.Portrait;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.training.Progress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Trains models from the stored history and registers the result as a candidate. */
@Component
public class TrainModels {
    /** How many subjects of today a sample is compared with. */
    private static final int SURVEYED = 4_000;

    private final ModelDefinitions definitions;
    private final JdbcModelVersions versions;
    private final RefusedSubjects refused;
    private final RuleSets rules;
    private final JdbcTemplate database;
    private final PlatformTransactionManager transactions;
    private final JsonMapper json;
    private final Clock clock;

    TrainModels(
            ModelDefinitions definitions,
            JdbcModelVersions versions,
            RefusedSubjects refused,
            RuleSets rules,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        this.definitions = definitions;
        this.versions = versions;
        this.refused = refused;
        this.rules = rules;
        this.database = database;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** The definition of a model; empty when there is none of this name. */
    public Optional<ModelDefinition> definition(String name) {
        return Optional.ofNullable(definitions.all().get(name));
    }

    /** Everything stored up to now. */
    public History history() {
        return new JdbcHistory(database, transactions, json, rules.active().vocabulary(), clock.instant());
    }

    /**
     * Trains a model and keeps it as a candidate.
     *
     * @param all what is stored; who refused the model's purpose is left out
     * @param by who asked for it
     * @throws org.lotse.models.definition.ModelProblem when nothing can be learned, naming the reason
     */
    public TrainedModel train(ModelDefinition definition, History all, Progress progress, String by) {
        RuleSet active = rules.active();
        History history = refused.permitted(all, definition.purpose());
        Observe observing = new Observe(active.vocabulary(), active.settings().zone());
        TrainingData data = observing.observe(definition, history, progress.part(0, 0.5));
        TrainedModel model = new TrainModel().train(definition, data, progress.part(0.5, 0.95), clock);
        progress.step("look at what was learned", 0.95);
        Portrait portrait = new DrawPortrait(model, active.settings().zone())
                .draw(data, Optional.of(observing.survey(definition, history, SURVEYED)));
        progress.step("done", 1);
        versions.add(model, Optional.of(portrait), by, clock.instant());
        return model;
    }
}
