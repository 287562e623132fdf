package org.lotse.engine.decision;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Direction;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;

/**
 * Never open on failure: which actions must wait while a part is down. Marketing does without the ledger, the consents,
 * the subject or a term that eligibility is judged by; and nobody is contacted outbound whose ledgers cannot be read.
 */
final class Outage {
    private final RuleSet rules;
    private final Inputs inputs;
    private final Optional<Part> stopsMarketing;
    private final Optional<Part> stopsContacts;

    Outage(RuleSet rules, Inputs inputs) {
        this.rules = rules;
        this.inputs = inputs;
        this.stopsContacts = first(this::isLedger);
        this.stopsMarketing = first(part -> isLedger(part) || eligibilityNeeds(part));
    }

    /** The part whose absence stops an action. */
    Optional<Part> stops(Action action) {
        return action.purpose() == Purpose.MARKETING
                ? stopsMarketing
                : inputs.direction() == Direction.OUTBOUND ? stopsContacts : Optional.empty();
    }

    private Optional<Part> first(java.util.function.Predicate<Part> stopping) {
        return inputs.unavailable().isEmpty()
                ? Optional.empty()
                : inputs.unavailable().stream().filter(stopping).findFirst();
    }

    private boolean isLedger(Part part) {
        return part.equals(Part.CONTACT_LEDGER)
                || part.equals(Part.CONSENT)
                || part.equals(Part.SUBJECT)
                || part.equals(Part.DECISION_LOG);
    }

    private boolean eligibilityNeeds(Part part) {
        Set<TermPath> seen = new HashSet<>();
        return rules.eligibilityReads(inputs.subject().type()).stream().anyMatch(path -> needs(path, part, seen));
    }

    /** Whether a term is missing without a part, followed through calculations and percentiles. */
    private boolean needs(TermPath path, Part part, Set<TermPath> seen) {
        if (!seen.add(path)) {
            return false;
        }
        Optional<Term> term = rules.vocabulary().term(inputs.subject().type(), path);
        return term.map(Term::source)
                .map(source -> switch (source) {
                    case Source.Prediction(String model) -> part.equals(Part.model(model));
                    case Source.Percentile(var of) ->
                        part.equals(Part.STATISTICS) || needs(new TermPath(path.scope(), of), part, seen);
                    case Source.Calculated(var calculation) ->
                        calculation.terms().stream()
                                .anyMatch(read -> needs(
                                        read.scope().isPresent() ? read : new TermPath(path.scope(), read.key()),
                                        part,
                                        seen));
                    case Source.Attribute ignored -> false;
                    case Source.Aggregate ignored -> false;
                    case Source.Consent ignored -> false;
                    case Source.Rules ignored -> false;
                    case Source.Context ignored -> false;
                })
                .orElse(false);
    }
}
