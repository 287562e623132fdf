package org.lotse.engine.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.TermKey;

/**
 * Decides: what to do next for a customer, and every other decision the vocabulary declares.
 *
 * <ol>
 *   <li>read: the subject's terms, predictions, consents and contact counts ({@link ReadInputs})
 *   <li>choose: rules judge, contact policy and consent screen, money weighs, the best comes first ({@link Weighing})
 *   <li>reserve: an outbound contact is reserved against all caps; if another request was faster, or the person
 *       has refused meanwhile, choose again
 *   <li>record: everything read and decided is durable before the answer leaves
 * </ol>
 *
 * <p>All of it keeps a {@link TimeBudget}: a part that is late or down is left out, and named. Thread-safe.
 */
public final class DecideNextBestAction {
    /** How often a decision is taken anew because others were faster with the contact it needed. */
    private static final int ATTEMPTS = 10;

    private final RuleSets ruleSets;
    private final DecisionLog log;
    private final Supplier<String> ids;
    private final TimeBudget budget;
    private final Incidents incidents;
    private final Choose choose;
    private final Reserve reserve;

    /**
     * @param ruleSets the active bundle
     * @param subjects the stored subjects
     * @param models the serving models and statistics
     * @param prices what scarce capacities cost
     * @param ledger contacts, consents and objections
     * @param log where records are kept
     * @param ids unique decision ids
     * @param budget how the time of a decision is kept
     * @param incidents who wants to know that a part is left out
     */
    public DecideNextBestAction(
            RuleSets ruleSets,
            Subjects subjects,
            ServingModels models,
            Prices prices,
            ContactLedger ledger,
            DecisionLog log,
            Supplier<String> ids,
            TimeBudget budget,
            Incidents incidents) {
        this.ruleSets = ruleSets;
        this.log = log;
        this.ids = ids;
        this.budget = budget;
        this.incidents = incidents;
        this.choose = new Choose(new ReadInputs(subjects, ledger), models, prices);
        this.reserve = new Reserve(ledger);
    }

    /** Likewise, at the declared prices and without a limit of time: for batches, offline and in tests. */
    public DecideNextBestAction(
            RuleSets ruleSets,
            Subjects subjects,
            ServingModels models,
            ContactLedger ledger,
            DecisionLog log,
            Supplier<String> ids) {
        this(
                ruleSets,
                subjects,
                models,
                Prices.DECLARED,
                ledger,
                log,
                ids,
                TimeBudget.unlimited(),
                Incidents.UNNOTICED);
    }

    /** Decides and records. */
    public Answer decide(DecisionRequest request) {
        return decide(request, () -> {});
    }

    /**
     * The same.
     *
     * @param waiting run once the decision is worked out and only its durable record is waited for: who limits how many
     *     are worked out at the same time may let in the next
     */
    public Answer decide(DecisionRequest request, Runnable waiting) {
        RuleSet rules = ruleSets.active();
        DecisionDeclaration declaration = rules.vocabulary().decisions().get(request.decision());
        if (declaration == null) {
            return new Answer.UnknownDecision(
                    request.decision(),
                    List.copyOf(rules.vocabulary().decisions().keySet()));
        }
        if (!declaration.subject().equals(request.subject().type())) {
            return new Answer.WrongSubjectType(
                    request.subject(), declaration.subject().value());
        }
        boolean judgesAsAWhole = !(declaration instanceof DecisionDeclaration.AmongActions);
        if (judgesAsAWhole && rules.settings().legalBasis(declaration.purpose()).isEmpty()) {
            return new Answer.NoLegalBasis(request.decision(), declaration.purpose());
        }
        Asked asked = new Asked(request, declaration, rules, ids.get(), waiting);
        return budget.keep(
                rules.settings().timeBudget(),
                new Attempt.Memory(incidents),
                attempt -> decide(asked, attempt),
                attempt -> unrecorded(asked, attempt));
    }

    private Answer decide(Asked asked, Attempt attempt) {
        Optional<SubjectState> state = choose.subject(asked, attempt);
        if (state.isEmpty()) {
            return new Answer.UnknownSubject(asked.request().subject());
        }
        long seed = asked.request().seed();
        for (int tries = 1; tries <= ATTEMPTS; tries++) {
            DecisionRecord chosen = choose.choose(asked, state.get(), seed, attempt);
            List<TermKey> refused = ReadInputs.refused(chosen.inputs(), asked.rules());
            if (!refused.isEmpty()) {
                return new Answer.TermsRefused(refused);
            }
            Optional<Answer> answer = asked.request().whatIf()
                    ? Optional.of(new Answer.Decided(chosen))
                    : committed(asked, chosen, attempt);
            if (answer.isPresent()) {
                return answer.get();
            }
            attempt.forget(Part.CONTACT_LEDGER);
            attempt.forget(Part.CONSENT);
            seed = another(seed);
        }
        return new Answer.Contended(asked.request().subject());
    }

    /** What was lost to another request was drawn with a seed; what is drawn next must not depend on that. */
    private static long another(long seed) {
        return (seed * 6364136223846793005L + 1442695040888963407L) >>> 11;
    }

    /** Reserves and records; empty when another request was faster with a contact that is needed. */
    private Optional<Answer> committed(Asked asked, DecisionRecord chosen, Attempt attempt) {
        attempt.commit();
        try {
            return reserve.reserve(asked.id(), asked.request(), chosen, asked.rules())
                    .map(contacts -> {
                        DecisionRecord record = chosen.with(contacts);
                        log.append(record, asked.waiting());
                        return new Answer.Decided(record);
                    });
        } catch (RuntimeException failure) {
            attempt.leaveOut(Part.DECISION_LOG, failure);
            return Optional.of(unrecorded(asked, attempt));
        }
    }

    /** Nothing can be recorded: there is no answer, or a service answer where the company allows it. */
    private Answer unrecorded(Asked asked, Attempt attempt) {
        if (!asked.rules().settings().unrecordedService()
                || !Unrecorded.isService(asked.declaration(), asked.rules())) {
            return new Answer.Unavailable(attempt.leftOut());
        }
        SubjectState state = choose.subject(asked, attempt)
                .orElseGet(() -> SubjectState.unknown(asked.request().subject()));
        return new Answer.Unrecorded(choose.choose(asked, state, asked.request().seed(), attempt));
    }

    /**
     * Decides again from what a record says was read.
     *
     * @param record the record
     * @param rules the bundle it names
     */
    public static Decision replay(DecisionRecord record, RuleSet rules) {
        return again(
                record.inputs(),
                rules,
                (model, pair) ->
                        Optional.ofNullable(record.decision().predictions().get(pair)));
    }

    /**
     * Decides from inputs as if they had been read: what replays and explanations are made of. Nothing is reserved or
     * recorded.
     *
     * @param inputs what to decide from
     * @param rules the bundle to decide by
     * @param predictions the prediction of a pair of action and channel by a model
     */
    public static Decision again(
            Inputs inputs,
            RuleSet rules,
            BiFunction<String, Decision.Pair, Optional<Predictions.PairPrediction>> predictions) {
        DecisionDeclaration declaration = Optional.ofNullable(
                        rules.vocabulary().decisions().get(inputs.decision()))
                .orElseThrow(() -> new IllegalArgumentException("The bundle " + rules.version()
                        + " declares no decision \"" + inputs.decision() + "\" about " + inputs.subject() + "."));
        return new Weighing(rules, inputs, (model, pair, purpose) -> predictions.apply(model, pair))
                .decide(declaration);
    }
}
