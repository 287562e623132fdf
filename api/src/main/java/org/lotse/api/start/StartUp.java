package org.lotse.api.start;

import java.time.Clock;
import org.lotse.api.database.InstanceLock;
import org.lotse.api.decision.JdbcWarmUp;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.api.population.KeepPopulation;
import org.lotse.api.rule.JdbcRuleSets;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Does what must be done before the service reports that it is ready; of several instances only one loads. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartUp implements ApplicationRunner {
    private static final long LOCK = 4_401;

    private final JdbcRuleSets rules;
    private final LoadDemo demo;
    private final JdbcServedModels models;
    private final KeepPopulation population;
    private final JdbcWarmUp warmUp;
    private final InstanceLock lock;
    private final StartSettings settings;
    private final Clock clock;

    StartUp(
            JdbcRuleSets rules,
            LoadDemo demo,
            JdbcServedModels models,
            KeepPopulation population,
            JdbcWarmUp warmUp,
            InstanceLock lock,
            StartSettings settings,
            Clock clock) {
        this.rules = rules;
        this.demo = demo;
        this.models = models;
        this.population = population;
        this.warmUp = warmUp;
        this.lock = lock;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Progress progress = new Progress(System.out, clock);
        if (settings.loadsDemo()) {
            lock.run(LOCK, () -> demo.load(progress));
        }
        rules.active();
        models.refresh();
        population.renewIfOutdated();
        warmUp.run();
        if (settings.loadsDemo()) {
            progress.tell("Rules, models and statistics are in place");
        }
    }
}
