package org.lotse.api.decision;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.log.DecisionId;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionLog;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.Incidents;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.decision.TimeBudget;
import org.lotse.engine.term.SubjectId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides the same question for many customers, each with a ledger of its own choosing. Thread-safe. */
@Component
public class DecideInBulk {
    private final RuleSets ruleSets;
    private final Subjects subjects;
    private final ServingModels models;
    private final Prices prices;
    private final DecisionLog log;
    private final Incidents incidents;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public DecideInBulk(
            RuleSets ruleSets,
            Subjects subjects,
            ServingModels models,
            Prices prices,
            DecisionLog log,
            Incidents incidents,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.subjects = subjects;
        this.models = models;
        this.prices = prices;
        this.log = log;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * The question about one customer.
     *
     * @param question a request as {@code POST /v1/decisions} takes it, without the customer
     * @param at the moment all of them are decided for
     * @throws org.lotse.api.problem.ProblemException naming what is wrong with the question
     */
    public DecisionRequest request(String decision, ObjectNode question, SubjectId customer, Instant at, long seed) {
        JsonNode body = question.deepCopy().put("customerId", customer.id());
        return new ReadRequest(ruleSets.active(), decision, body).read(at, seed).request();
    }

    /** The question whether and how to turn to a stored subject, which has not asked. */
    public DecisionRequest outbound(String decision, SubjectId subject, Optional<ChannelKey> channel, long seed) {
        return new DecisionRequest(
                decision, subject, channel, Direction.OUTBOUND, 1, List.of(), Map.of(), Map.of(), now(), seed, false);
    }

    /** Decides and records; contacts are reserved in this ledger. */
    public Answer decide(DecisionRequest request, ContactLedger ledger) {
        return decide(request, subjects, ledger);
    }

    /** The same, with subjects of the caller's choosing: those read ahead. */
    public Answer decide(DecisionRequest request, Subjects subjects, ContactLedger ledger) {
        return new DecideNextBestAction(
                        ruleSets,
                        subjects,
                        models,
                        prices,
                        ledger,
                        log,
                        () -> DecisionId.make(clock.instant(), random),
                        TimeBudget.unlimited(),
                        incidents)
                .decide(request);
    }

    /** Whether the vocabulary declares a decision. */
    public boolean isDeclared(String decision) {
        return ruleSets.active().vocabulary().decisions().containsKey(decision);
    }

    /** The moment a batch that starts now decides for. */
    public Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
