package org.lotse.api.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.PersonZone;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.Inputs;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Missing;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.ResolveTerms;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/**
 * Takes recorded decisions again under one version of the rules: from what was read then, and where these rules read
 * something else, from what was stored as of then. Thread-safe.
 */
final class TakeAgain {
    private final RuleSet rules;
    private final RuleSets versions;
    private final Subjects subjects;
    private final ContactLedger ledger;
    private final ServingModels models;
    private final Optional<DecisionDeclaration> declaration;
    private final Set<TermPath> needed;
    private final ResolveTerms resolve;
    private final Map<String, Divergence> divergences = new ConcurrentHashMap<>();

    TakeAgain(
            String decision,
            RuleSet rules,
            RuleSets versions,
            Subjects subjects,
            ContactLedger ledger,
            ServingModels models) {
        this.rules = rules;
        this.versions = versions;
        this.subjects = subjects;
        this.ledger = ledger;
        this.models = models;
        this.declaration = Optional.ofNullable(rules.vocabulary().decisions().get(decision));
        this.needed = declaration.map(declared -> Needed.by(rules, declared)).orElse(Set.of());
        this.resolve = new ResolveTerms(rules.vocabulary(), rules.settings().zone());
    }

    Taken take(DecisionRecord record) {
        if (declaration.isEmpty()
                || !declaration.get().subject().equals(record.inputs().subject().type())) {
            return new Taken.Not(
                    Taken.Why.DECISION_NOT_DECLARED, record.inputs().decision());
        }
        Divergence other =
                divergences.computeIfAbsent(record.versions().rules(), then -> divergence(then, declaration.get()));
        Inputs then = record.inputs();
        Terms terms = other.anew().isEmpty() ? then.terms() : terms(record, other);
        Optional<TermKey> unknown = unknown(terms, other);
        if (unknown.isPresent()) {
            return new Taken.Not(Taken.Why.TERM_NOT_KNOWN_THEN, unknown.get().value());
        }
        Optional<TermKey> refused = refused(terms);
        if (refused.isPresent()) {
            return new Taken.Not(Taken.Why.TERM_REFUSED, refused.get().value());
        }
        Inputs inputs = inputs(then, terms, other);
        AtomicBoolean anew = new AtomicBoolean();
        Decision decision = DecideNextBestAction.again(
                inputs, rules, (model, pair) -> prediction(model, pair, record, inputs, other, anew));
        return new Taken.Again(inputs, decision, anew.get());
    }

    private Divergence divergence(String then, DecisionDeclaration declared) {
        return then.equals(rules.version())
                ? Divergence.NONE
                : versions.version(then)
                        .map(before -> Divergence.between(before, rules, declared.subject()))
                        .orElse(Divergence.NONE);
    }

    /** What was read then, and what these rules read besides, as of then. */
    private Terms terms(DecisionRecord record, Divergence other) {
        Inputs then = record.inputs();
        SubjectState state =
                subjects.find(then.subject(), then.at()).orElseGet(() -> SubjectState.unknown(then.subject()));
        Map<TermKey, Value> known = new HashMap<>();
        then.terms().readings().forEach((path, reading) -> {
            boolean stands = reading instanceof Reading.Known
                    || reading instanceof Reading.Estimated && !other.anew().contains(path.key());
            if (path.scope().isEmpty()
                    && stands
                    && (!other.anew().contains(path.key()) || isDelivered(path.key(), other))) {
                reading.value().ifPresent(value -> known.put(path.key(), value));
            }
        });
        Terms resolved = resolve.resolve(new ResolveTerms.Sources(
                state, known, then.permissions().marketing(), then.at(), predictions(record), statistics(record)));
        Map<TermPath, Reading> anew = new HashMap<>();
        for (TermKey key : other.anew()) {
            anew.put(TermPath.of(key), resolved.at(TermPath.of(key)));
        }
        return then.terms().with(anew);
    }

    /** A delivered value stays what it was, whatever stands in for missing ones. */
    private boolean isDelivered(TermKey key, Divergence other) {
        return !other.unheard().contains(key)
                && rules.vocabulary()
                        .term(declaration.orElseThrow().subject(), key)
                        .map(Term::source)
                        .filter(source -> source instanceof org.lotse.engine.term.Source.Attribute
                                || source instanceof org.lotse.engine.term.Source.Context)
                        .isPresent();
    }

    /** The first term the rules may turn on that nobody can know as of then. */
    private Optional<TermKey> unknown(Terms terms, Divergence other) {
        return other.anew().stream()
                .filter(key -> needed.contains(TermPath.of(key)))
                .filter(key -> other.unheard().contains(key) || isUnknowable(terms.at(TermPath.of(key))))
                .sorted()
                .findFirst();
    }

    private static boolean isUnknowable(Reading reading) {
        return reading instanceof Reading.Absent(Reading.Why why)
                && (why == Reading.Why.NO_MODEL || why == Reading.Why.NO_STATISTICS);
    }

    private Optional<TermKey> refused(Terms terms) {
        return rules.vocabulary().terms(declaration.orElseThrow().subject()).values().stream()
                .filter(term -> term.missing() instanceof Missing.Refuse)
                .map(Term::key)
                .filter(key -> terms.at(TermPath.of(key)) instanceof Reading.Absent)
                .findFirst();
    }

    private Inputs inputs(Inputs then, Terms terms, Divergence other) {
        return new Inputs(
                then.decision(),
                then.subject(),
                then.at(),
                then.seed(),
                then.channel(),
                then.direction(),
                then.limit(),
                then.placements(),
                terms,
                then.candidates(),
                then.permissions(),
                other.caps() ? caps(then, terms) : then.caps(),
                then.recentContacts(),
                prices(then.prices()),
                other.control() ? rules.settings().control().contains(ledger.person(then.subject())) : then.control(),
                then.unavailable());
    }

    /** How far these rules' caps were used up then: by contacts before that moment, the decision's own not among them. */
    private List<CapUsage> caps(Inputs then, Terms terms) {
        ContactHistory history = ledger.history(then.subject(), then.at());
        ContactHistory before = new ContactHistory(
                history.contacts().stream()
                        .filter(contact -> contact.at().isBefore(then.at()))
                        .toList(),
                history.responses().stream()
                        .filter(response -> response.at().isBefore(then.at()))
                        .toList());
        return rules.contactPolicy()
                .usage(before, then.at(), PersonZone.of(terms, rules.settings().zone()));
    }

    /** Prices computed or planned then, and what these rules declare. */
    private Map<String, Price> prices(Map<String, Price> then) {
        Map<String, Price> prices = new TreeMap<>();
        rules.settings().prices().forEach((capacity, amount) -> prices.put(capacity, Price.declared(amount)));
        then.forEach((capacity, price) -> {
            if (price.origin() != Price.Origin.DECLARED) {
                prices.put(capacity, price);
            }
        });
        return prices;
    }

    /** The prediction of then; one nobody had asked for comes from the models of then, else from those of now. */
    private Optional<PairPrediction> prediction(
            String model,
            Decision.Pair pair,
            DecisionRecord record,
            Inputs inputs,
            Divergence other,
            AtomicBoolean anew) {
        PairPrediction then = record.decision().predictions().get(pair);
        if (then != null && !other.otherModel().contains(pair)) {
            return then.isAssumed() ? Optional.empty() : Optional.of(then);
        }
        Terms readable = isForMarketing(pair.action())
                ? inputs.terms().readableFor(Purpose.MARKETING, inputs.subject().type(), rules.vocabulary())
                : inputs.terms();
        String channel = pair.channel().value();
        Optional<PairPrediction> asThen =
                predictions(record).predict(model, inputs.subject().type(), readable, pair.action(), channel);
        if (asThen.isPresent()) {
            return asThen;
        }
        anew.set(true);
        return models.predictions().predict(model, inputs.subject().type(), readable, pair.action(), channel);
    }

    private boolean isForMarketing(String action) {
        return rules.catalogue()
                .action(new ActionKey(action))
                .map(Action::purpose)
                .filter(Purpose.MARKETING::equals)
                .isPresent();
    }

    private Predictions predictions(DecisionRecord record) {
        return models.predictions(record.versions().models());
    }

    private Statistics statistics(DecisionRecord record) {
        Statistics now = models.statistics();
        return now.version().equals(record.versions().statistics()) ? now : Statistics.NONE;
    }
}
