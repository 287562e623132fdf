package org.lotse.api.population;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.lotse.api.database.InstanceLock;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.api.rule.JdbcRuleSets;
import org.lotse.engine.decision.RuleSets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the statistics fresh: every night, and when other rules or models are in force. One instance computes, the others
 * take the result.
 */
@Component
public class KeepPopulation {
    private static final Logger LOG = LoggerFactory.getLogger(KeepPopulation.class);
    private static final long LOCK = 4_301;
    private static final Duration FRESH = Duration.ofHours(1);

    private final ComputePopulation compute;
    private final JdbcPopulation population;
    private final RuleSets rules;
    private final JdbcServedModels models;
    private final InstanceLock lock;
    private final Clock clock;
    private final AtomicInteger wanted = new AtomicInteger();

    KeepPopulation(
            ComputePopulation compute,
            JdbcPopulation population,
            RuleSets rules,
            JdbcServedModels models,
            InstanceLock lock,
            Clock clock) {
        this.compute = compute;
        this.population = population;
        this.rules = rules;
        this.models = models;
        this.lock = lock;
        this.clock = clock;
    }

    /** Computes anew, whatever there is; waits for another instance that is at it. */
    public void renew() {
        lock.run(LOCK, this::compute);
    }

    /** Computes anew when there is no snapshot yet or it was made with other rules or models. */
    public void renewIfOutdated() {
        if (isOutdated()) {
            lock.run(LOCK, () -> {
                if (isOutdated()) {
                    compute();
                }
            });
        }
        population.refresh();
    }

    @Scheduled(cron = "${lotse.population-at:0 30 2 * * *}")
    void nightly() {
        Instant now = clock.instant();
        Optional<Instant> latest = population.latest().map(JdbcPopulation.Latest::madeAt);
        if (latest.filter(at -> at.isAfter(now.minus(FRESH))).isEmpty()) {
            lock.tryRun(LOCK, this::compute);
        }
    }

    @EventListener
    void modelsChanged(JdbcServedModels.ModelsChanged ignored) {
        later();
    }

    @EventListener
    void rulesActivated(JdbcRuleSets.RulesActivated ignored) {
        later();
    }

    /**
     * Whoever changed something shall not wait for it. However often it changes, one thread at a time sees to it: each would
     * hold a connection while it waits for its turn, and decisions would find none left. Before the first snapshot the
     * start takes care.
     */
    private void later() {
        if (population.latest().isPresent() && wanted.getAndIncrement() == 0) {
            Thread.ofVirtual().name("population").start(this::renewWhileWanted);
        }
    }

    private void renewWhileWanted() {
        int seen;
        do {
            seen = wanted.get();
            try {
                renewIfOutdated();
            } catch (RuntimeException e) {
                LOG.warn("The population statistics stay as they are until tonight", e);
            }
        } while (!wanted.compareAndSet(seen, 0));
    }

    private boolean isOutdated() {
        return population
                .latest()
                .filter(latest -> latest.basis().equals(basis()))
                .isEmpty();
    }

    private void compute() {
        String basis = basis();
        population.keep(compute.compute(), basis, clock.instant());
    }

    private String basis() {
        return "rules " + rules.active().version() + " models "
                + models.models().versions();
    }
}
