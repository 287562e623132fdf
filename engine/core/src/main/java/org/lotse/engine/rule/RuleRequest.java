package org.lotse.engine.rule;

import java.time.Instant;
import java.util.Map;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;

/**
 * What the rules are asked to judge.
 *
 * @param decision the decision being taken
 * @param subject the type of the subject
 * @param terms everything resolved about it, linked subjects' terms included; a rule term that is already there was set
 *     by the request and is taken as it is
 * @param candidates the candidates to judge and, for candidates that are subjects, their terms under their type as scope
 *     ({@code jurist.open-cases}); for actions empty terms
 * @param at the moment of decision, for validity dates and date comparisons
 */
public record RuleRequest(
        DecisionDeclaration decision,
        SubjectType subject,
        Terms terms,
        Map<CandidateRef, Terms> candidates,
        Instant at) {
    public RuleRequest {
        candidates = candidates instanceof Keyed
                ? candidates
                : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(candidates));
    }
}
