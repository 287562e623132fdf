package org.lotse.rules.sentence;

import java.util.LinkedHashSet;
import java.util.Set;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Rule;
import org.lotse.rules.read.Candidates;

/** Which candidates a sentence speaks about, through every term it reads or writes. */
record CandidatesOf(Candidates candidates) {
    /** The candidate types the rule reads or writes about; none for a rule about the subject alone. */
    Set<SubjectType> of(Rule rule) {
        Set<SubjectType> types = new LinkedHashSet<>();
        rule.reads().forEach(path -> candidates.of(path).ifPresent(types::add));
        rule.consequences().forEach(consequence -> {
            switch (consequence) {
                case Consequence.SetTerm set ->
                    candidates.of(TermPath.of(set.term())).ifPresent(types::add);
                case Consequence.AddPoints points ->
                    candidates.of(TermPath.of(points.term())).ifPresent(types::add);
                default -> {}
            }
        });
        return types;
    }
}
