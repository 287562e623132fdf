package org.lotse.engine.decision;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.PersonZone;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Missing;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;

/**
 * Decides: what to do next for a customer, and every other decision the vocabulary declares.
 *
 * <ol>
 *   <li>read: the subject's terms, predictions, consents and contact counts ({@link ReadInputs})
 *   <li>choose: rules judge, contact policy and consent screen, money weighs, the best comes first ({@link Weighing})
 *   <li>reserve: an outbound contact is reserved against all caps; if another request was faster, choose again
 *   <li>record: everything read and decided is durable before the answer leaves
 * </ol>
 *
 * Thread-safe.
 */
public final class DecideNextBestAction {
    /** How often a decision is taken anew because others were faster with the contact it needed. */
    private static final int ATTEMPTS = 10;

    private final RuleSets ruleSets;
    private final ServingModels models;
    private final ContactLedger ledger;
    private final DecisionLog log;
    private final Supplier<String> ids;
    private final ReadInputs readInputs;

    /**
     * @param ruleSets the active bundle
     * @param subjects the stored subjects
     * @param models the serving models and statistics
     * @param ledger contacts, consents and objections
     * @param log where records are kept
     * @param ids unique decision ids
     */
    public DecideNextBestAction(
            RuleSets ruleSets,
            Subjects subjects,
            ServingModels models,
            ContactLedger ledger,
            DecisionLog log,
            Supplier<String> ids) {
        this.ruleSets = ruleSets;
        this.models = models;
        this.ledger = ledger;
        this.log = log;
        this.ids = ids;
        this.readInputs = new ReadInputs(subjects, ledger);
    }

    /** Decides and records. */
    public Answer decide(DecisionRequest request) {
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
        Optional<SubjectState> stored = readInputs.subject(request);
        if (stored.isEmpty() && request.attributes().isEmpty()) {
            return new Answer.UnknownSubject(request.subject());
        }
        SubjectState state = stored.orElseGet(() -> SubjectState.unknown(request.subject()));
        return decide(request, state, declaration, rules);
    }

    private Answer decide(DecisionRequest request, SubjectState state, DecisionDeclaration declaration, RuleSet rules) {
        Predictions predictions = models.predictions();
        Statistics statistics = models.statistics();
        String id = ids.get();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Inputs inputs = readInputs.read(request, state, declaration, rules, predictions, statistics);
            List<TermKey> refused = refused(inputs, rules);
            if (!refused.isEmpty()) {
                return new Answer.TermsRefused(refused);
            }
            Decision decision = new Weighing(rules, inputs, asking(predictions, inputs)).decide(declaration);
            Reservation reservation = reserve(
                    id,
                    request,
                    decision,
                    rules,
                    PersonZone.of(inputs.terms(), rules.settings().zone()));
            if (!reservation.isLost()) {
                return new Answer.Decided(recorded(
                        request,
                        new DecisionRecord(
                                id,
                                inputs,
                                decision,
                                reservation.contactId(),
                                request.whatIf(),
                                new DecisionRecord.Versions(
                                        rules.version(), statistics.version(), predictions.versions()))));
            }
        }
        return new Answer.Contended(request.subject());
    }

    private DecisionRecord recorded(DecisionRequest request, DecisionRecord record) {
        if (!request.whatIf()) {
            log.append(record);
        }
        return record;
    }

    private static Weighing.PairPredictions asking(Predictions predictions, Inputs inputs) {
        return (model, pair) -> predictions.predict(
                model,
                inputs.subject().type(),
                inputs.terms(),
                pair.action(),
                pair.channel().value());
    }

    private static List<TermKey> refused(Inputs inputs, RuleSet rules) {
        return rules.vocabulary().terms(inputs.subject().type()).values().stream()
                .filter(term -> term.missing() instanceof Missing.Refuse)
                .map(Term::key)
                .filter(key -> inputs.terms().at(org.lotse.engine.term.TermPath.of(key)) instanceof Reading.Absent)
                .toList();
    }

    /** Whether a contact was needed, and whether it could be reserved. */
    private record Reservation(boolean needed, Optional<String> contactId) {
        static final Reservation NOT_NEEDED = new Reservation(false, Optional.empty());

        boolean isLost() {
            return needed && contactId.isEmpty();
        }
    }

    private Reservation reserve(
            String decisionId, DecisionRequest request, Decision decision, RuleSet rules, ZoneId zone) {
        if (request.whatIf()
                || request.direction() == Direction.INBOUND
                || decision.ranked().isEmpty()
                || !(decision.ranked().getFirst().candidate() instanceof CandidateRef.OfAction(var key))) {
            return Reservation.NOT_NEEDED;
        }
        Action action = rules.catalogue().action(key).orElseThrow();
        ChannelKey channel = decision.ranked().getFirst().channel().orElseThrow();
        List<Cap> caps = rules.contactPolicy().applyingTo(action, channel, request.direction());
        Contact contact = new Contact(
                request.at(),
                channel,
                Optional.of(key),
                Optional.of(action.group()),
                action.purpose(),
                Direction.OUTBOUND);
        return new Reservation(
                true,
                ledger.reserve(
                        request.subject(),
                        contact,
                        caps,
                        zone,
                        decisionId,
                        rules.settings().reserve()));
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
        return new Weighing(rules, inputs, predictions::apply).decide(declaration);
    }
}
