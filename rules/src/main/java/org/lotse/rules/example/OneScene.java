package org.lotse.rules.example;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;

/**
 * The world of one case: the rules, and the subjects somebody described. There are no models and no population: what
 * they would say is given, or what stands in for it counts.
 *
 * @param rules the rules tried
 * @param subjects the subjects there are
 * @param permissions what the person decided about has allowed and objected to
 */
public record OneScene(RuleSet rules, Map<SubjectId, SubjectState> subjects, Permissions permissions)
        implements RuleSets, Subjects, ServingModels, ContactLedger {
    public OneScene {
        subjects = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(subjects));
    }

    @Override
    public RuleSet active() {
        return rules;
    }

    @Override
    public Optional<RuleSet> version(String version) {
        return version.equals(rules.version()) ? Optional.of(rules) : Optional.empty();
    }

    @Override
    public Optional<SubjectState> find(SubjectId id, Instant at) {
        return Optional.of(subjects.getOrDefault(id, SubjectState.unknown(id)));
    }

    @Override
    public List<SubjectState> all(SubjectType type, Instant at) {
        return subjects.values().stream()
                .filter(state -> state.id().type().equals(type))
                .toList();
    }

    @Override
    public Predictions predictions() {
        return Predictions.NONE;
    }

    @Override
    public Statistics statistics() {
        return Statistics.NONE;
    }

    @Override
    public Permissions permissions(SubjectId person, Instant at) {
        return permissions;
    }

    @Override
    public ContactHistory history(SubjectId person, Instant at) {
        return ContactHistory.EMPTY;
    }

    @Override
    public Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold) {
        return Optional.of(decision);
    }
}
