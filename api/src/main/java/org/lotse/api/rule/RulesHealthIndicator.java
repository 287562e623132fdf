package org.lotse.api.rule;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Part of readiness: an instance on which the rules in force are not ready yet says so, so that requests go to those on
 * which they are. Versions get ready at approval, so this shows only where one comes back from long ago.
 */
@Component("rulesHealthIndicator")
class RulesHealthIndicator implements HealthIndicator {
    private final JdbcRuleSets ruleSets;

    RulesHealthIndicator(JdbcRuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @Override
    public Health health() {
        return ruleSets.behind()
                .map(version ->
                        Health.outOfService().withDetail("waitsFor", version).build())
                .orElseGet(() -> Health.up().build());
    }
}
