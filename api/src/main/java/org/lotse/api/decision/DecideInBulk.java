package org.lotse.api.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionLog;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
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
    private final DecisionLog log;
    private final Clock clock;

    public DecideInBulk(RuleSets ruleSets, Subjects subjects, ServingModels models, DecisionLog log, Clock clock) {
        this.ruleSets = ruleSets;
        this.subjects = subjects;
        this.models = models;
        this.log = log;
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

    /** Decides and records; contacts are reserved in this ledger. */
    public Answer decide(DecisionRequest request, ContactLedger ledger) {
        return new DecideNextBestAction(ruleSets, subjects, models, ledger, log, () -> "d-" + UUID.randomUUID())
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
