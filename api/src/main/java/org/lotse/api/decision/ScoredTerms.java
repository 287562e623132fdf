package org.lotse.api.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;

/** The terms an answer shows as scores: predictions, and whatever has a percentile. Immutable; kept by the bundle. */
final class ScoredTerms {
    private final Map<SubjectType, List<Scored>> bySubject = new HashMap<>();

    /**
     * A term shown as a score.
     *
     * @param percentile the term that ranks it, if there is one
     */
    record Scored(Term term, TermPath path, @Nullable TermPath percentile) {}

    private ScoredTerms(Vocabulary vocabulary) {
        vocabulary
                .subjects()
                .forEach((type, subject) -> bySubject.put(
                        type, scored(subject.terms().values().stream().toList())));
    }

    static ScoredTerms of(RuleSet rules) {
        return rules.kept(ScoredTerms.class, bundle -> new ScoredTerms(bundle.vocabulary()));
    }

    /** Those of a subject type, in the order of the vocabulary. */
    List<Scored> of(SubjectType type) {
        return bySubject.getOrDefault(type, List.of());
    }

    private static List<Scored> scored(List<Term> terms) {
        Map<TermKey, TermPath> percentiles = new HashMap<>();
        for (Term term : terms) {
            if (term.source() instanceof Source.Percentile(TermKey of)) {
                percentiles.put(of, TermPath.of(term.key()));
            }
        }
        List<Scored> scored = new ArrayList<>();
        for (Term term : terms) {
            if (term.source() instanceof Source.Prediction || percentiles.containsKey(term.key())) {
                scored.add(new Scored(term, TermPath.of(term.key()), percentiles.get(term.key())));
            }
        }
        return List.copyOf(scored);
    }
}
