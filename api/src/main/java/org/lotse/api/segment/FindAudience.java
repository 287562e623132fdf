package org.lotse.api.segment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.problem.ProblemException;
import org.lotse.engine.decision.JudgeSubject;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Segment;
import org.lotse.engine.term.ResolveTerms;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Terms;
import org.springframework.stereotype.Component;

/** Tells who is meant by an audience. Thread-safe. */
@Component
public class FindAudience {
    private final JudgeSubject judge;
    private final Subjects subjects;
    private final ServingModels models;

    FindAudience(JudgeSubject judge, Subjects subjects, ServingModels models) {
        this.judge = judge;
        this.subjects = subjects;
        this.models = models;
    }

    /**
     * Refuses an audience nobody can tell: a segment of customers the rules do not have, or a term that is unknown or
     * that rules have to conclude first.
     */
    public void check(Audience audience, RuleSet rules) {
        switch (audience) {
            case Audience.Everybody ignored -> {}
            case Audience.Named(String name) -> {
                if (!named(name, rules).subject().equals(SubjectType.CUSTOMER)) {
                    throw ProblemException.invalid("/segment", "NOT_OF_CUSTOMERS", name);
                }
            }
            case Audience.WithValues(Map<String, String> values) ->
                values.keySet().stream()
                        .filter(key -> !isTold(key, rules))
                        .findFirst()
                        .ifPresent(key -> {
                            throw ProblemException.invalid("/segment/" + key, "SEGMENT_TERM", key);
                        });
        }
    }

    /** Whether a stored customer is meant now; false when nothing is stored of it. */
    public boolean includes(Audience audience, SubjectId customer, Instant at, RuleSet rules) {
        return switch (audience) {
            case Audience.Everybody ignored -> true;
            case Audience.Named(String name) -> judge.isMember(customer, named(name, rules), at, rules);
            case Audience.WithValues(Map<String, String> values) ->
                subjects.find(customer, at)
                        .map(state -> new ResolveTerms(
                                        rules.vocabulary(), rules.settings().zone())
                                .resolve(new ResolveTerms.Sources(
                                        state, Map.of(), Map.of(), at, models.predictions(), models.statistics())))
                        .filter(terms -> hasAll(terms, values))
                        .isPresent();
        };
    }

    private static boolean hasAll(Terms terms, Map<String, String> values) {
        return values.entrySet().stream()
                .allMatch(part -> terms.value(new TermKey(part.getKey()))
                        .map(value -> value.toString().equals(part.getValue()))
                        .orElse(false));
    }

    private static boolean isTold(String key, RuleSet rules) {
        return TermKey.isWellFormed(key)
                && rules.vocabulary()
                        .term(SubjectType.CUSTOMER, new TermKey(key))
                        .filter(term -> !(term.source() instanceof Source.Rules))
                        .isPresent();
    }

    /** @throws ProblemException 404 when the rules have no such segment */
    static Segment named(String name, RuleSet rules) {
        Optional<Segment> found = rules.segments().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
        return found.orElseThrow(() -> ProblemException.of(
                SegmentController.UNKNOWN_SEGMENT,
                name,
                String.join(", ", rules.segments().stream().map(Segment::name).toList())));
    }
}
