package org.lotse.engine.decision;

import java.util.Map;
import java.util.Optional;

/**
 * All that is kept of a decision: what was read and what was decided, by which versions.
 *
 * @param id unique
 * @param inputs everything read
 * @param decision what was decided
 * @param contactId the contact reserved for the first action of an outbound decision
 * @param whatIf whether it only asked what would be
 * @param versions which bundle, models and statistics were used
 */
public record DecisionRecord(
        String id, Inputs inputs, Decision decision, Optional<String> contactId, boolean whatIf, Versions versions) {

    /**
     * The content hashes a decision depends on.
     *
     * @param rules the rule bundle's
     * @param statistics the population snapshot's
     * @param models each serving model's, by name
     */
    public record Versions(String rules, String statistics, Map<String, String> models) {
        public Versions {
            models = Map.copyOf(models);
        }
    }
}
