package org.lotse.api.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.lotse.api.contact.InTurnLedger;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a decision for a caller: reads the request, checks the caller's rights, words the answer. */
@Component
public class Deciding {
    private final DecideNextBestAction decide;
    private final RuleSets ruleSets;
    private final Subjects subjects;
    private final EngineVersion engine;
    private final Clock clock;
    private final InTurn inTurn;
    private final Seeds seeds;
    private final DecideInBulk bulk;

    Deciding(
            DecideNextBestAction decide,
            DecideInBulk bulk,
            RuleSets ruleSets,
            Subjects subjects,
            EngineVersion engine,
            InTurn inTurn,
            Seeds seeds,
            Clock clock) {
        this.decide = decide;
        this.bulk = bulk;
        this.ruleSets = ruleSets;
        this.subjects = subjects;
        this.engine = engine;
        this.inTurn = inTurn;
        this.seeds = seeds;
        this.clock = clock;
    }

    /**
     * Decides what a request asks.
     *
     * @throws ProblemException when the request is wrong or the caller may not ask it
     */
    public ObjectNode decide(String decision, JsonNode body, Caller caller, Locale locale) {
        return inTurn.decide(turn -> decided(decision, body, caller, locale, turn::end));
    }

    /** The same without waiting for a turn, for those who limit how many they ask at the same time. */
    ObjectNode decideAtOnce(String decision, JsonNode body, Caller caller, Locale locale) {
        return decided(decision, body, caller, locale, () -> {});
    }

    private ObjectNode decided(String decision, JsonNode body, Caller caller, Locale locale, Runnable waiting) {
        return worded(recorded(decide.decide(read(decision, body, now(), caller), waiting)), locale);
    }

    /**
     * The same for one of many, without a limit of time, from what was read ahead; what was not is read now.
     *
     * @param reserving a place for each that may reserve a contact at the same time
     */
    ObjectNode decide(
            String decision, JsonNode body, Caller caller, Locale locale, ReadAhead ahead, Semaphore reserving) {
        DecisionRequest request = allowed(reading(decision, body, ahead.moment()), caller, ahead);
        Answer answer = request.at().equals(ahead.moment())
                ? bulk.decide(request, ahead, new InTurnLedger(ahead.ledger(request.subject()), reserving))
                : decide.decide(request);
        return worded(recorded(answer), locale);
    }

    /** The moment of a decision that is taken now. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private DecisionRequest read(String decision, JsonNode body, Instant now, Caller caller) {
        return allowed(reading(decision, body, now), caller, subjects);
    }

    private ReadRequest.Read reading(String decision, JsonNode body, Instant now) {
        return new ReadRequest(ruleSets.active(), decision, body).read(now, seeds.next());
    }

    /** Decides for a stored customer whose call has come in, before anything else is known. */
    public DecisionRecord decideForCall(
            SubjectId customer, java.util.Map<TermKey, Value> context, Optional<ChannelKey> channel, int limit) {
        return inTurn.decide(turn -> recorded(decide.decide(
                new DecisionRequest(
                        "next-best-action",
                        customer,
                        channel,
                        Direction.INBOUND,
                        limit,
                        context,
                        java.util.Map.of(),
                        now(),
                        seeds.next(),
                        false),
                turn::end)));
    }

    /** The answer of a record just made, with its words. */
    public ObjectNode worded(DecisionRecord record, Locale locale) {
        RuleSet rules = ruleSets.version(record.versions().rules()).orElseThrow();
        Words words = new Words(rules, record.inputs().subject().type(), Language.of(locale));
        return new AnswerJson(rules, engine, Optional.of(words)).write(record, record.decision());
    }

    private static DecisionRequest allowed(ReadRequest.Read read, Caller caller, Subjects subjects) {
        DecisionRequest request = read.request();
        boolean overrides = !request.attributes().isEmpty()
                && read.namesSubject()
                && subjects.find(request.subject(), request.at()).isPresent();
        boolean whatIf = read.setsTimeOrSeed() || overrides;
        if (whatIf && !caller.may(Scope.SIMULATE)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.SIMULATE.key())
                    .with(FieldProblem.of(overrides ? "/attributes" : "/at", "NEEDS_SCOPE", Scope.SIMULATE.key()));
        }
        if (!whatIf && !caller.may(Scope.DECIDE)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.DECIDE.key())
                    .with(FieldProblem.of("", "NEEDS_SCOPE", Scope.DECIDE.key()));
        }
        return request.asWhatIf(whatIf);
    }

    private static DecisionRecord recorded(Answer answer) {
        return switch (answer) {
            case Answer.Decided(DecisionRecord record) -> record;
            case Answer.Unrecorded(DecisionRecord record) -> record;
            case Answer.Unavailable ignored ->
                throw ProblemException.of(ProblemKind.UNAVAILABLE).withHeader("Retry-After", "5");
            case Answer.UnknownDecision(var name, var declared) ->
                throw ProblemException.of(DecisionProblems.UNKNOWN_DECISION, name, String.join(", ", declared));
            case Answer.NoLegalBasis(String name, Purpose purpose) ->
                throw ProblemException.of(
                        DecisionProblems.NO_LEGAL_BASIS, name, purpose.name().toLowerCase(Locale.ROOT));
            case Answer.UnknownSubject(SubjectId subject) ->
                throw ProblemException.of(
                        ProblemKind.UNKNOWN_SUBJECT, subject.type().value(), subject.id());
            case Answer.WrongSubjectType(SubjectId subject, String needed) ->
                throw ProblemException.invalid(
                        "/subject/type", "WRONG_SUBJECT_TYPE", subject.type().value(), needed);
            case Answer.TermsRefused(var missing) ->
                throw ProblemException.invalid(missing.stream()
                        .map(key -> FieldProblem.of("/attributes/" + key, "TERM_MISSING", key))
                        .toList());
            case Answer.Contended(SubjectId subject) ->
                throw ProblemException.of(ProblemKind.UNAVAILABLE).withHeader("Retry-After", "1");
        };
    }
}
