package org.lotse.api.price;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lotse.api.decision.DecisionWatcher;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.LimitCosts;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Wishes;
import org.lotse.engine.rule.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at decisions after they have been recorded, in the background: what they wanted of each capacity and what limits
 * cost them. Weighing anew takes longer than deciding, so under load only a sample is looked at, and each stands for as
 * many as were not. Deciding waits for nothing here. Thread-safe.
 */
@Component
class WatchDecisions implements DecisionWatcher, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WatchDecisions.class);
    private static final int WAITING = 200;
    /** Leaves the processors to those who decide. */
    private static final long PAUSE_MILLIS = 10;

    private final RuleSets ruleSets;
    private final ServingModels models;
    private final JdbcCounts counts;
    private final Clock clock;
    private final BlockingQueue<DecisionRecord> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong seen = new AtomicLong();
    private final Thread worker;
    private Tally tally = new Tally();

    WatchDecisions(RuleSets ruleSets, ServingModels models, JdbcCounts counts, Clock clock) {
        this.ruleSets = ruleSets;
        this.models = models;
        this.counts = counts;
        this.clock = clock;
        this.worker = Thread.ofVirtual().name("watch-decisions").start(this::work);
    }

    @Override
    public void recorded(DecisionRecord record) {
        seen.incrementAndGet();
        waiting.offer(record);
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look(waiting.take());
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("A decision could not be looked at for prices: {}", e.getMessage());
            }
        }
    }

    private void look(DecisionRecord record) {
        @Nullable RuleSet rules = ruleSets.version(record.versions().rules()).orElse(null);
        if (rules == null) {
            return;
        }
        Instant hour = record.inputs().at().truncatedTo(ChronoUnit.HOURS);
        Tally mine = new Tally();
        mine.looked = 1;
        Wishes.of(record, rules)
                .forEach((capacity, wish) -> mine.wishes.put(
                        new JdbcCounts.WishKey(capacity, hour, rounded(wish.worth())),
                        new JdbcCounts.Sum(1, wish.uses())));
        new LimitCosts(record, rules, models.predictions())
                .costs()
                .forEach(cost -> mine.costs.put(
                        new JdbcCounts.CostKey(cost.kind(), cost.name(), hour), new JdbcCounts.Sum(1, cost.value())));
        synchronized (this) {
            tally.add(mine);
        }
    }

    /** To about 1 %, so that equal ones are counted together. */
    private static double rounded(double worth) {
        return worth <= 0 ? 0 : Math.exp(Math.round(Math.log(worth) * 100) / 100.0);
    }

    /** Writes down what has been counted since the last time. */
    @Scheduled(fixedDelay = 10_000)
    void writeDown() {
        Tally counted;
        double stands;
        synchronized (this) {
            if (tally.looked == 0) {
                return;
            }
            counted = tally;
            tally = new Tally();
            stands = Math.max(1, (seen.getAndSet(waiting.size()) - waiting.size()) / (double) counted.looked);
        }
        try {
            counts.add(counted.wishes, counted.costs, stands);
        } catch (RuntimeException e) {
            LOG.warn("What limits cost could not be written down at {}: {}", clock.instant(), e.getMessage());
        }
    }

    @Override
    public void destroy() {
        worker.interrupt();
        writeDown();
    }

    private static final class Tally {
        private long looked;
        private final Map<JdbcCounts.WishKey, JdbcCounts.Sum> wishes = new HashMap<>();
        private final Map<JdbcCounts.CostKey, JdbcCounts.Sum> costs = new HashMap<>();

        void add(Tally other) {
            looked += other.looked;
            other.wishes.forEach((key, sum) -> wishes.merge(key, sum, JdbcCounts.Sum::plus));
            other.costs.forEach((key, sum) -> costs.merge(key, sum, JdbcCounts.Sum::plus));
        }
    }
}
