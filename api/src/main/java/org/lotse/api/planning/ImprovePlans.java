package org.lotse.api.planning;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RoutesInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Searches on after a change, in the background and one plan at a time; what it finds is put into force unless something
 * else has happened meanwhile.
 */
@Component
class ImprovePlans {
    private static final Logger LOG = LoggerFactory.getLogger(ImprovePlans.class);
    private static final double SECONDS = 2;

    private final PlansInForce plans;
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("plan-improvement").daemon().factory());

    ImprovePlans(PlansInForce plans) {
        this.plans = plans;
    }

    /** Searches on from the revision that has just come into force. */
    void after(UUID plan, int revision) {
        one.execute(() -> improve(plan, revision));
    }

    private void improve(UUID plan, int revision) {
        try {
            PlansInForce.Standing now = plans.standing(plan);
            if (now.revision() != revision) {
                return;
            }
            RoutesInForce better = now.routes().improved(Limits.ofSeconds(SECONDS, revision), new Watch<RoutePlan>() {
                @Override
                public void progress(RoutePlan best, double share, Duration elapsed) {}

                @Override
                public boolean cancelled() {
                    return plans.standing(plan).revision() != revision;
                }
            });
            if (better != now.routes()) {
                plans.better(plan, now, better);
            }
        } catch (RuntimeException e) {
            LOG.warn("Plan {} stays as it is after revision {}: {}", plan, revision, e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        one.shutdownNow();
    }
}
