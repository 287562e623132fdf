package org.lotse.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.contact.Response;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.Incidents;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.decision.TimeBudget;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/** One customer, everything in memory, decided by the given rules. Models and statistics follow the customer's terms. */
final class SmallWorld implements RuleSets, Subjects, ServingModels, ContactLedger, Predictions, Statistics {
    static final SubjectId CUSTOMER = SubjectId.customer("c-1");

    RuleSet rules;
    final Map<TermKey, Value> attributes = new HashMap<>();
    final Map<TermKey, Value> given = new HashMap<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Response> responses = new ArrayList<>();
    final Map<String, PairPrediction> supposed = new HashMap<>();
    Permissions permissions = Permissions.NONE;
    Instant at = Instant.parse("2026-06-15T10:00:00Z");
    Direction direction = Direction.INBOUND;
    Optional<ChannelKey> channel = Optional.empty();
    int limit = 1;
    double chance = 0.2;

    SmallWorld(RuleSet rules) {
        this.rules = rules;
    }

    /** The same world, in which single things may then be made otherwise. */
    SmallWorld copy() {
        SmallWorld copy = new SmallWorld(rules);
        copy.attributes.putAll(attributes);
        copy.given.putAll(given);
        copy.contacts.addAll(contacts);
        copy.responses.addAll(responses);
        copy.supposed.putAll(supposed);
        copy.permissions = permissions;
        copy.at = at;
        copy.direction = direction;
        copy.channel = channel;
        copy.limit = limit;
        copy.chance = chance;
        return copy;
    }

    DecisionRecord decide() {
        Answer answer = new DecideNextBestAction(
                        this,
                        this,
                        this,
                        Prices.DECLARED,
                        this,
                        (record, waiting) -> {},
                        () -> "d-1",
                        TimeBudget.unlimited(),
                        Incidents.UNNOTICED)
                .decide(new DecisionRequest(
                        "next-best-action", CUSTOMER, channel, direction, limit, Map.of(), given, at, 7, true));
        return ((Answer.Decided) answer).record();
    }

    boolean chooses(String action) {
        return decide().decision().ranked().stream()
                .anyMatch(ranked -> ranked.candidate().toString().equals(action));
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
    public Optional<SubjectState> find(SubjectId id, Instant moment) {
        return Optional.of(new SubjectState(id, attributes, List.of(), Map.of()));
    }

    @Override
    public List<SubjectState> all(SubjectType type, Instant moment) {
        return List.of();
    }

    @Override
    public Predictions predictions() {
        return this;
    }

    @Override
    public Statistics statistics() {
        return this;
    }

    @Override
    public Permissions permissions(SubjectId person, Instant moment) {
        return permissions;
    }

    @Override
    public ContactHistory history(SubjectId person, Instant moment) {
        return new ContactHistory(contacts, responses);
    }

    @Override
    public Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold) {
        return Optional.of("k-1");
    }

    @Override
    public void release(String contact) {}

    @Override
    public Optional<Prediction> predict(String model, SubjectType subject, Terms terms) {
        double score = terms.number(TermPath.parse("score")).orElse(0);
        return Optional.of(new Prediction(Math.clamp(0.5 + score / 250, 0, 1), model + "@1"));
    }

    @Override
    public Optional<PairPrediction> predict(
            String model, SubjectType subject, Terms terms, String action, String channelKey) {
        PairPrediction instead = supposed.get(action + "/" + channelKey);
        double fee = terms.number(TermPath.parse("fee")).orElse(0);
        double propensity = Math.clamp(chance + fee / 5000 + (action.hashCode() & 15) / 100.0, 0, 1);
        return Optional.of(instead == null ? new PairPrediction(propensity, Optional.empty(), model + "@1") : instead);
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("churn", "1", "accept", "1");
    }

    @Override
    public String version() {
        return "population-1";
    }

    @Override
    public OptionalDouble percentile(SubjectType type, TermKey term, double value) {
        return OptionalDouble.of(Math.clamp(value / 2, 0, 100));
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
