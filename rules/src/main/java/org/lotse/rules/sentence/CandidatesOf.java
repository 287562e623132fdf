package org.lotse.rules.sentence;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Rule;

/** Finds out whether a sentence speaks about candidates: it reads a term of a type that is no link, or a pair's term. */
record CandidatesOf(Vocabulary vocabulary, SubjectType subject) {
    /** The candidate types the rule reads or writes about; none for a rule about the subject alone. */
    Set<SubjectType> of(Rule rule) {
        Set<SubjectType> types = new LinkedHashSet<>();
        rule.reads().forEach(path -> of(path).ifPresent(types::add));
        rule.consequences().forEach(consequence -> {
            switch (consequence) {
                case Consequence.SetTerm set -> of(TermPath.of(set.term())).ifPresent(types::add);
                case Consequence.AddPoints points ->
                    of(TermPath.of(points.term())).ifPresent(types::add);
                default -> {}
            }
        });
        return types;
    }

    private Optional<SubjectType> of(TermPath path) {
        if (path.scope().isPresent()) {
            boolean link = vocabulary
                    .links()
                    .getOrDefault(subject, Map.of())
                    .containsKey(path.scope().get());
            return link
                    ? Optional.empty()
                    : vocabulary.typeOf(subject, path.scope().get());
        }
        return vocabulary.term(subject, path.key()).isPresent() ? Optional.empty() : ofPair(path.key());
    }

    private Optional<SubjectType> ofPair(TermKey key) {
        return vocabulary.subjects().keySet().stream()
                .filter(type -> vocabulary.pairTerms(subject, type).containsKey(key))
                .findFirst();
    }
}
