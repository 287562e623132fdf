package org.lotse.api.population;

import java.util.Map;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.term.Statistics;
import org.springframework.stereotype.Component;

/** The models and statistics decisions use now, from memory. */
@Component
class ServingNow implements ServingModels {
    private final JdbcServedModels models;
    private final JdbcPopulation population;

    ServingNow(JdbcServedModels models, JdbcPopulation population) {
        this.models = models;
        this.population = population;
    }

    @Override
    public Predictions predictions() {
        return models.models();
    }

    @Override
    public Statistics statistics() {
        return population.current();
    }

    @Override
    public Predictions predictions(Map<String, String> versions) {
        return models.models(versions);
    }
}
