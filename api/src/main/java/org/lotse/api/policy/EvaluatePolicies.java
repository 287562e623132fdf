package org.lotse.api.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.api.decision.Records;
import org.lotse.api.jobs.JobRun;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.Inputs;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.EventType;
import org.lotse.models.evaluation.Interval;
import org.lotse.models.policy.EvaluatePolicy;
import org.springframework.stereotype.Component;

/**
 * Decides logged decisions again by other rules and estimates how often their first offer would have been accepted. Each
 * decision is taken from what it read then, without exploration; what the customers would have answered follows from those
 * decisions in which both agree, weighed by the probability they were logged with.
 */
@Component
class EvaluatePolicies {
    /** From this grade on an outcome counts as accepted. */
    private static final double ACCEPTED = 2;

    private static final int DRAWS = 20;

    private final JdbcLogged logged;
    private final Records records;

    EvaluatePolicies(JdbcLogged logged, Records records) {
        this.logged = logged;
        this.records = records;
    }

    /** What is evaluated. */
    record Question(String decision, RuleSet rules, Instant from, Instant to, int sample) {}

    /**
     * What the log says; shares are accepted first offers per decision.
     *
     * @param state KNOWN, or TOO_LITTLE: then there are no estimates
     * @param decisions evaluated
     * @param leftOut decisions whose record is gone, or that these rules cannot take
     * @param agreed share in which both put the same first
     * @param effectiveDecisions as how many of equal weight they count
     * @param neededDecisions so many are needed
     * @param proposed doubly robust
     * @param selfNormalised the other estimate
     * @param running what was really accepted
     * @param gain proposed less running
     */
    record Report(
            State state,
            String decision,
            String rules,
            Instant from,
            Instant to,
            int decisions,
            int leftOut,
            double agreed,
            double effectiveDecisions,
            double neededDecisions,
            Optional<Interval> proposed,
            Optional<Interval> selfNormalised,
            Optional<Interval> running,
            Optional<Interval> gain) {}

    /** Whether there is an estimate. */
    enum State {
        KNOWN,
        TOO_LITTLE
    }

    Report evaluate(Question question, JobRun run) {
        Set<String> accepting = question.rules().vocabulary().events().values().stream()
                .filter(type -> type.outcome()
                        .filter(outcome -> outcome.grade() >= ACCEPTED)
                        .isPresent())
                .map(EventType::key)
                .collect(Collectors.toSet());
        Set<String> accepted = accepting.isEmpty() ? Set.of() : logged.with(accepting, question.from());
        List<String> ids = logged.decisions(question.decision(), question.from(), question.to(), question.sample());
        List<EvaluatePolicy.Choice> choices = new ArrayList<>();
        int done = 0;
        for (String id : ids) {
            records.logged(id)
                    .filter(one -> !one.record().whatIf())
                    .flatMap(one -> choice(one, question.rules(), accepted))
                    .ifPresent(choices::add);
            run.progress((double) ++done / ids.size(), "decide again");
        }
        return report(question, ids.size() - choices.size(), EvaluatePolicy.of(choices));
    }

    private static Optional<EvaluatePolicy.Choice> choice(Records.Logged one, RuleSet rules, Set<String> accepted) {
        if (!rules.vocabulary().decisions().containsKey(one.record().inputs().decision())) {
            return Optional.empty();
        }
        Optional<Decision.Ranked> then = one.decision().ranked().stream().findFirst();
        Optional<Decision.Ranked> now = best(one.record(), rules);
        boolean same = then.map(EvaluatePolicies::pair).equals(now.map(EvaluatePolicies::pair));
        return Optional.of(new EvaluatePolicy.Choice(
                Math.max(1e-9, one.decision().probability()),
                same ? 1 : 0,
                then.filter(ranked -> accepted.contains(one.record().id() + " " + ranked.candidate()))
                                .isPresent()
                        ? 1
                        : 0,
                expected(then),
                expected(now)));
    }

    /** What these rules put first; where they explore, drawn anew until they do not. */
    private static Optional<Decision.Ranked> best(DecisionRecord record, RuleSet rules) {
        Inputs inputs = record.inputs();
        Decision decision = again(record, inputs, rules);
        for (int draw = 1; draw <= DRAWS && decision.explored(); draw++) {
            decision = again(record, inputs.drawn(inputs.seed() + draw), rules);
        }
        return decision.ranked().stream().findFirst();
    }

    private static Decision again(DecisionRecord record, Inputs inputs, RuleSet rules) {
        return DecideNextBestAction.again(
                inputs,
                rules,
                (model, pair) ->
                        Optional.ofNullable(record.decision().predictions().get(pair)));
    }

    private static String pair(Decision.Ranked ranked) {
        return ranked.candidate() + "/"
                + ranked.channel().map(channel -> channel.value()).orElse("");
    }

    private static double expected(Optional<Decision.Ranked> ranked) {
        return ranked.flatMap(one -> one.factors().propensity()).orElse(0.0);
    }

    private static Report report(Question question, int leftOut, EvaluatePolicy.Estimate estimate) {
        Optional<EvaluatePolicy.Estimate.Known> known =
                estimate instanceof EvaluatePolicy.Estimate.Known one ? Optional.of(one) : Optional.empty();
        return new Report(
                known.isPresent() ? State.KNOWN : State.TOO_LITTLE,
                question.decision(),
                question.rules().version(),
                question.from(),
                question.to(),
                estimate.choices(),
                leftOut,
                estimate.agreed(),
                estimate.effective(),
                EvaluatePolicy.FEWEST,
                known.map(EvaluatePolicy.Estimate.Known::value),
                known.map(EvaluatePolicy.Estimate.Known::selfNormalised),
                known.map(EvaluatePolicy.Estimate.Known::logged),
                known.map(EvaluatePolicy.Estimate.Known::gain));
    }
}
