package org.lotse.engine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Segment;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Terms;

/** Finds out what is known and concluded about a stored subject without deciding anything about it. Thread-safe. */
public final class JudgeSubject {
    private final ReadInputs readInputs;
    private final ServingModels models;

    /**
     * @param subjects the stored subjects
     * @param models the serving models and statistics
     * @param ledger contacts, consents and objections
     */
    public JudgeSubject(Subjects subjects, ServingModels models, ContactLedger ledger) {
        this.readInputs = new ReadInputs(subjects, ledger);
        this.models = models;
    }

    /**
     * Everything read and concluded about a subject; empty when nothing is stored of it.
     *
     * @throws IllegalStateException when a part cannot be read
     */
    public Optional<Terms> terms(SubjectId subject, Instant at, RuleSet rules) {
        DecisionRequest request = new DecisionRequest(
                "judge", subject, Optional.empty(), Direction.OUTBOUND, 1, List.of(), Map.of(), Map.of(), at, 0, true);
        DecisionDeclaration declaration = new DecisionDeclaration.ByRules("judge", subject.type(), List.of());
        Attempt attempt = new Attempt(new Attempt.Memory(Incidents.UNNOTICED));
        Serving serving = Serving.of(models, Prices.DECLARED, attempt);
        Optional<Terms> judged = readInputs.subject(request, attempt).map(state -> {
            Inputs inputs = readInputs.read(request, 0, state, declaration, rules, serving, attempt);
            return Weighing.judged(rules, inputs, declaration);
        });
        if (!attempt.leftOut().isEmpty()) {
            throw new IllegalStateException("What is known of " + subject + " cannot be told without "
                    + attempt.leftOut() + ". Maybe ask again when they answer.");
        }
        return judged;
    }

    /** Whether a stored subject belongs to a segment now. */
    public boolean isMember(SubjectId subject, Segment segment, Instant at, RuleSet rules) {
        return subject.type().equals(segment.subject())
                && terms(subject, at, rules)
                        .filter(terms -> rules.isMember(segment, terms, at))
                        .isPresent();
    }
}
