package org.lotse.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** The engine's ports, answered from memory. Safe for many threads once filled. */
final class InMemory implements Subjects, ServingModels, ContactLedger, RuleSets, Statistics {
    private final Map<SubjectId, Customers.Customer> customers = new HashMap<>();
    private final RuleSet rules;
    private final Predictions predictions;
    private final double[] percentiles;

    InMemory(RuleSet rules, Predictions predictions, double[] percentiles, List<Customers.Customer> all) {
        this.rules = rules;
        this.predictions = predictions;
        this.percentiles = percentiles;
        all.forEach(customer -> customers.put(customer.request().subject(), customer));
    }

    DecideNextBestAction decide(Consumer<DecisionRecord> log) {
        return new DecideNextBestAction(this, this, this, this, (record, waiting) -> log.accept(record), () -> "d");
    }

    private Customers.Customer of(SubjectId id) {
        Customers.Customer customer = customers.get(id);
        if (customer == null) {
            throw new IllegalArgumentException("There is no customer " + id + ".");
        }
        return customer;
    }

    @Override
    public RuleSet active() {
        return rules;
    }

    @Override
    public Optional<RuleSet> version(String version) {
        return Optional.of(rules);
    }

    @Override
    public Predictions predictions() {
        return predictions;
    }

    @Override
    public Statistics statistics() {
        return this;
    }

    @Override
    public Optional<SubjectState> find(SubjectId id, Instant at) {
        return Optional.of(of(id).state());
    }

    @Override
    public List<SubjectState> all(SubjectType type, Instant at) {
        return List.of();
    }

    @Override
    public Permissions permissions(SubjectId person, Instant at) {
        return of(person).permissions();
    }

    @Override
    public ContactHistory history(SubjectId person, Instant at) {
        return of(person).history();
    }

    @Override
    public Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold) {
        return Optional.of("reserved");
    }

    @Override
    public String version() {
        return "bench";
    }

    @Override
    public OptionalDouble percentile(SubjectType type, TermKey term, double value) {
        return OptionalDouble.of(rank(percentiles, value));
    }

    static double rank(double[] sorted, double value) {
        int at = java.util.Arrays.binarySearch(sorted, value);
        if (at < 0) {
            return 100.0 * (-at - 1) / sorted.length;
        }
        int low = at;
        int high = at;
        while (low > 0 && sorted[low - 1] == value) {
            low--;
        }
        while (high < sorted.length && sorted[high] == value) {
            high++;
        }
        return 100.0 * (low + (high - low) / 2.0) / sorted.length;
    }

    @Override
    public OptionalDouble median(SubjectType type, TermKey term) {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<Value> mode(SubjectType type, TermKey term) {
        return Optional.empty();
    }
}
