package org.lotse.api.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.term.SubjectId;
import org.springframework.stereotype.Component;

/**
 * What a contact is worth to the decisions: the best action they would take for a customer over a channel. What hours and call
 * slots cost according to plans is left out of it, because the plan that asks is what sets that price. Nothing is reserved or
 * recorded. Thread-safe.
 */
@Component
class AskDecisions {
    private static final String DECISION = "next-best-action";
    private static final double LEAST = 1e-9;

    private final RuleSets ruleSets;
    private final Subjects subjects;
    private final ServingModels models;

    AskDecisions(RuleSets ruleSets, Subjects subjects, ServingModels models) {
        this.ruleSets = ruleSets;
        this.subjects = subjects;
        this.models = models;
    }

    /**
     * A contact's worth once somebody is spoken with.
     *
     * @param action what would be offered
     * @param probability that it is accepted, or what the offer adds to that
     * @param value what acceptance brings after all costs
     */
    record Worth(String action, double probability, double value) {
        double expected() {
            return probability * value;
        }
    }

    /** Asks on behalf of a plan that reads this ledger. */
    final class Asking {
        private final DecideNextBestAction decide;
        private final Instant at;

        private Asking(ContactLedger ledger, Instant at) {
            this.at = at;
            this.decide = new DecideNextBestAction(
                    ruleSets,
                    subjects,
                    models,
                    ledger,
                    (record, waiting) -> {
                        throw new IllegalStateException("A question what would be is not recorded.");
                    },
                    () -> "plan");
        }

        /** The worth; empty when the decisions would not turn to the customer over the channel. */
        Optional<Worth> worth(SubjectId customer, ChannelKey channel) {
            DecisionRequest question = new DecisionRequest(
                    DECISION, customer, Optional.of(channel), Direction.OUTBOUND, 1, Map.of(), Map.of(), at, 0, true);
            return decide.decide(question) instanceof Answer.Decided(var record)
                    ? best(record.decision().ranked())
                    : Optional.empty();
        }
    }

    /** @param at when the contacts begin: what is closed now may be open then */
    Asking of(ContactLedger ledger, Instant at) {
        return new Asking(ledger, at);
    }

    private static Optional<Worth> best(List<Decision.Ranked> chosen) {
        return chosen.stream()
                .filter(one -> one.candidate() instanceof CandidateRef.OfAction)
                .findFirst()
                .flatMap(one -> worth(String.valueOf(one.candidate()), one.factors()));
    }

    private static Optional<Worth> worth(String action, Factors factors) {
        double net = factors.priority() + factors.capacityPrice();
        double probability = Math.clamp(factors.probability(), LEAST, 1);
        return net > 0 ? Optional.of(new Worth(action, probability, net / probability)) : Optional.empty();
    }
}
