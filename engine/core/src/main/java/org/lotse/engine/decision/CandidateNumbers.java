package org.lotse.engine.decision;

import java.util.Optional;
import java.util.OptionalDouble;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/** Finds the number a term has for a candidate: concluded for the pair, the candidate's own, or the subject's. */
final class CandidateNumbers {
    private CandidateNumbers() {}

    static OptionalDouble of(TermPath path, Terms subject, Terms candidate, Judgement.CandidateJudgement judged) {
        Optional<Value> concluded =
                Optional.ofNullable(judged.conclusions().get(path.key())).flatMap(Conclusion::value);
        if (path.scope().isEmpty() && concluded.orElse(null) instanceof Value.Num(double number)) {
            return OptionalDouble.of(number);
        }
        OptionalDouble own = candidate.number(path);
        return own.isPresent() ? own : subject.number(path);
    }
}
