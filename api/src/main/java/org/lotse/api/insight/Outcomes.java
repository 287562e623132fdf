package org.lotse.api.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Target;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a model had predicted, as it was logged then, beside what happened. A model of offers is judged by the offers of
 * conversations that were accepted or refused; where silence means no, nobody can say yet. A model of events is judged by the
 * decisions whose time to come true is over.
 */
@Component
class Outcomes {
    private static final java.time.Duration BEFORE = java.time.Duration.ofDays(60);

    private final JdbcClient database;
    private final ReadDecisions decisions;
    private final RuleSets rules;

    Outcomes(JdbcClient database, ReadDecisions decisions, RuleSets rules) {
        this.database = database;
        this.decisions = decisions;
        this.rules = rules;
    }

    /**
     * One prediction that has come true or not.
     *
     * @param decision in which it was made
     * @param predicted the probability as logged
     * @param model its version: {@code churn@3f9a...}
     */
    record Settled(SeenDecision decision, double predicted, String model, boolean happened) {}

    /** Whether outcomes of this model can be told at all. */
    static boolean canTell(ModelDefinition definition) {
        return definition.target() instanceof Target.Happens;
    }

    /**
     * Predictions that were settled in a time.
     *
     * @param from first moment of settling
     * @param until last one
     * @param most at most so many decisions
     */
    List<Settled> settled(ModelDefinition definition, Instant from, Instant until, int most) {
        if (!(definition.target() instanceof Target.Happens target)) {
            return List.of();
        }
        return definition.perPair()
                ? offers(definition, target, from, until, most)
                : events(definition, target, from, until, most);
    }

    private record Reported(String decision, String action, String outcome) {}

    private List<Settled> offers(
            ModelDefinition definition, Target.Happens target, Instant from, Instant until, int most) {
        Set<String> settling = new HashSet<>(target.events());
        settling.addAll(refusals());
        Map<String, Reported> reported = database
                .sql("""
                        select decision_id, action, outcome from outcome o
                        where at > :from and at <= :until and outcome in (:settling)
                            and not exists (select from outcome earlier where earlier.decision_id = o.decision_id
                                and earlier.action = o.action and earlier.number < o.number
                                and earlier.outcome in (:settling))
                        order by hashtextextended(decision_id, 0), decision_id, action limit :most""")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("settling", settling)
                .param("most", most)
                .query((row, number) -> new Reported(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Reported::decision, one -> one, (first, second) -> first));
        List<Settled> settled = new ArrayList<>();
        for (SeenDecision seen : decisions.read(List.copyOf(reported.keySet()), from.minus(BEFORE), until)) {
            Reported one = reported.get(seen.id());
            if (one != null && !seen.channel().isEmpty()) {
                PairPrediction said =
                        seen.predictions().get(new Decision.Pair(one.action(), new ChannelKey(seen.channel())));
                if (said != null && said.model().startsWith(definition.name() + "@")) {
                    settled.add(new Settled(
                            seen,
                            said.propensity(),
                            said.model(),
                            target.events().contains(one.outcome())));
                }
            }
        }
        return settled;
    }

    private List<Settled> events(
            ModelDefinition definition, Target.Happens target, Instant from, Instant until, int most) {
        SubjectType subject = definition.subject().orElse(SubjectType.CUSTOMER);
        Optional<Term> term = rules.active().vocabulary().terms(subject).values().stream()
                .filter(one ->
                        one.source() instanceof Source.Prediction(String model) && model.equals(definition.name()))
                .findFirst();
        if (term.isEmpty()) {
            return List.of();
        }
        Instant first = target.within().before(from, ZoneOffset.UTC);
        Instant last = target.within().before(until, ZoneOffset.UTC);
        List<SeenDecision> seen = decisions.sample(subject, first, last, most);
        Map<SubjectId, List<Instant>> happened = happened(subject, target, first, until, seen);
        List<Settled> settled = new ArrayList<>();
        for (SeenDecision one : seen) {
            OptionalDouble said = said(one, term.get());
            if (said.isPresent()) {
                Instant end = target.within().after(one.at(), ZoneOffset.UTC);
                boolean came = happened.getOrDefault(one.subject(), List.of()).stream()
                        .anyMatch(at -> at.isAfter(one.at()) && !at.isAfter(end));
                settled.add(new Settled(one, said.getAsDouble(), definition.name(), came == target.wanted()));
            }
        }
        return settled;
    }

    /** The probability a decision read; a stand-in is none. */
    static OptionalDouble said(SeenDecision seen, Term term) {
        return seen.terms().at(TermPath.of(term.key())) instanceof Reading.Known(Value.Num(double number))
                ? OptionalDouble.of(term.type() == TermType.PERCENT ? number / 100 : number)
                : OptionalDouble.empty();
    }

    private Map<SubjectId, List<Instant>> happened(
            SubjectType subject, Target.Happens target, Instant from, Instant until, List<SeenDecision> seen) {
        Map<SubjectId, List<Instant>> happened = new HashMap<>();
        database.sql("""
                        select subject_id, time from event where subject_type = ? and type = any(?) and time > ? and time <= ?
                            and subject_id = any(?)""")
                .param(subject.value())
                .param(target.events().toArray(String[]::new))
                .param(Timestamp.from(from))
                .param(Timestamp.from(until))
                .param(seen.stream().map(one -> one.subject().id()).toArray(String[]::new))
                .query(row -> {
                    happened.computeIfAbsent(new SubjectId(subject, row.getString(1)), some -> new ArrayList<>())
                            .add(row.getTimestamp(2).toInstant());
                });
        return happened;
    }

    private Set<String> refusals() {
        return rules.active().vocabulary().events().values().stream()
                .filter(type ->
                        type.outcome().filter(outcome -> outcome.grade() < 0).isPresent())
                .map(EventType::key)
                .collect(Collectors.toSet());
    }
}
