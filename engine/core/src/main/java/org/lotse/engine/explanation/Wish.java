package org.lotse.engine.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.Questions;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/**
 * That a condition come out one way.
 *
 * @param term what it reads
 * @param operator how it compares
 * @param needed what it compares with
 * @param holds whether it is wished to hold, or not to
 * @param candidate the candidate whose terms it may read
 */
record Wish(TermPath term, Operator operator, List<Value> needed, boolean holds, Optional<SubjectId> candidate)
        implements Goal {
    static Wish of(Comparison comparison, boolean holds, Optional<SubjectId> candidate) {
        return new Wish(comparison.term(), comparison.operator(), comparison.needed(), holds, candidate);
    }

    /** With what is compared with read and calculated now. */
    static Wish of(Questions.Asked asked, Terms known, Optional<SubjectId> candidate) {
        List<Value> needed = new ArrayList<>(asked.fixed());
        asked.terms().forEach(other -> known.value(other).ifPresent(needed::add));
        asked.calculations()
                .forEach(each -> each.evaluate(known::number).ifPresent(number -> needed.add(Value.of(number))));
        return new Wish(asked.term(), asked.operator(), needed, true, candidate);
    }

    @Override
    public boolean isReached(Situation situation, Decision decision) {
        LocalDate today = situation
                .inputs()
                .at()
                .atZone(situation.rules().settings().zone())
                .toLocalDate();
        return Compare.holds(operator, needed, value(situation, decision), today) == holds;
    }

    Optional<Value> value(Situation situation, Decision decision) {
        return candidate
                .flatMap(id ->
                        Optional.ofNullable(situation.inputs().candidates().get(id)))
                .flatMap(own -> own.value(term))
                .or(() -> Probe.known(situation, decision).value(term));
    }

    /** How far a figure is from what is wished; infinite where nothing can be measured. */
    double gap(Situation situation, Decision decision) {
        if (isReached(situation, decision)) {
            return 0;
        }
        return value(situation, decision)
                .map(Axis::number)
                .filter(read -> read.isPresent() && !needed.isEmpty())
                .filter(read -> Axis.number(needed.getFirst()).isPresent())
                .map(read -> Math.abs(read.getAsDouble()
                                - Axis.number(needed.getFirst()).getAsDouble())
                        + Double.MIN_NORMAL)
                .orElse(Double.POSITIVE_INFINITY);
    }
}
