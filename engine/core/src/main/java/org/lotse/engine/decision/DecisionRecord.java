package org.lotse.engine.decision;

import java.util.Map;
import java.util.Optional;

/**
 * All that is kept of a decision: what was read and what was decided, by which versions.
 *
 * @param id unique
 * @param inputs everything read
 * @param decision what was decided
 * @param contacts the contacts reserved, by the name of the place whose first action they are for; without places by
 *     the empty name
 * @param whatIf whether it only asked what would be
 * @param versions which bundle, models and statistics were used
 */
public record DecisionRecord(
        String id, Inputs inputs, Decision decision, Map<String, String> contacts, boolean whatIf, Versions versions) {
    public DecisionRecord {
        contacts = Map.copyOf(contacts);
    }

    /** The same record with the contacts that were reserved. */
    DecisionRecord with(Map<String, String> reserved) {
        return new DecisionRecord(id, inputs, decision, reserved, whatIf, versions);
    }

    /** The contact reserved for the first action of all. */
    public Optional<String> contactId() {
        return Optional.ofNullable(contacts.get(inputs.places().getFirst().name()));
    }

    /**
     * The content hashes a decision depends on.
     *
     * @param rules the rule bundle's
     * @param statistics the population snapshot's
     * @param prices the price list's
     * @param models each serving model's, by name
     */
    public record Versions(String rules, String statistics, String prices, Map<String, String> models) {
        public Versions {
            models = Map.copyOf(models);
        }
    }
}
