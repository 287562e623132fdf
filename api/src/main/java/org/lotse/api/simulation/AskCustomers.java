package org.lotse.api.simulation;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.Incidents;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.decision.TimeBudget;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.TermKey;

/** Asks what one version of the rules would decide about stored customers now. Nothing is reserved or recorded. Thread-safe. */
final class AskCustomers {
    private final DecideNextBestAction decide;

    AskCustomers(RuleSet rules, Subjects subjects, ContactLedger ledger, ServingModels models, Prices prices) {
        this.decide = new DecideNextBestAction(
                new Only(rules),
                subjects,
                models,
                prices,
                ledger,
                (record, waiting) -> {},
                () -> "simulated",
                TimeBudget.unlimited(),
                Incidents.UNNOTICED);
    }

    /** One version of the rules, whatever is in force. */
    private record Only(RuleSet active) implements RuleSets {
        @Override
        public Optional<RuleSet> version(String version) {
            return active.version().equals(version) ? Optional.of(active) : Optional.empty();
        }
    }

    /** Asks as a what-if. */
    Taken ask(DecisionRequest request) {
        return switch (decide.decide(request.asWhatIf(true))) {
            case Answer.Decided(var record) -> new Taken.Again(record.inputs(), record.decision(), false);
            case Answer.TermsRefused(List<TermKey> missing) ->
                new Taken.Not(Taken.Why.TERM_REFUSED, missing.getFirst().value());
            case Answer.UnknownDecision(var decision, var declared) ->
                new Taken.Not(Taken.Why.DECISION_NOT_DECLARED, decision);
            case Answer.WrongSubjectType(var wrong, var declared) ->
                new Taken.Not(Taken.Why.DECISION_NOT_DECLARED, request.decision());
            default -> new Taken.Not(Taken.Why.NOT_DECIDED, "");
        };
    }
}
