package org.lotse.engine.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.lotse.engine.term.SubjectId;

/**
 * Says what other rules would have been worth, from decisions whose probabilities were logged. Weights are clipped, which
 * makes the estimate a little too cautious and far less wild. Intervals treat what was decided about one person as one
 * observation. Pure.
 */
public final class EvaluatePolicy {
    /** No decision counts more than so many. */
    static final double HEAVIEST = 50;

    private final List<LoggedChoice> log;

    /** @param log decisions of persons outside the control group, in any order */
    public EvaluatePolicy(Collection<LoggedChoice> log) {
        this.log = List.copyOf(log);
    }

    /** Judges. */
    public PolicyValue evaluate() {
        boolean differs = log.stream().anyMatch(LoggedChoice::changed);
        double effective = effective(one -> one.changed() || !differs);
        if (effective < PolicyValue.NEEDED) {
            return new PolicyValue.TooLittle(log.size(), effective, PolicyValue.NEEDED);
        }
        double weights = sum(EvaluatePolicy::weight);
        double ratio = sum(one -> weight(one) * one.reward()) / weights;
        double meanWeight = weights / log.size();
        return new PolicyValue.Judged(
                log.size(),
                effective,
                mean(LoggedChoice::reward),
                mean(EvaluatePolicy::doublyRobust),
                mean(one -> doublyRobust(one) - one.reward()),
                Interval.around(ratio, error(one -> weight(one) * (one.reward() - ratio) / meanWeight, 0)),
                (double) log.stream().filter(EvaluatePolicy::isClipped).count() / log.size());
    }

    /**
     * How many decisions speak for the proposed rules. Where these differ from the running ones, only what was decided
     * there counts: a thousand decisions nobody would change say nothing about the one that would.
     */
    private double effective(Predicate<LoggedChoice> counts) {
        double sum = 0;
        double squares = 0;
        for (LoggedChoice one : log) {
            if (counts.test(one)) {
                sum += weight(one);
                squares += weight(one) * weight(one);
            }
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private static boolean isClipped(LoggedChoice one) {
        return one.proposed() / one.probability() > HEAVIEST;
    }

    private static double weight(LoggedChoice one) {
        return Math.min(HEAVIEST, one.proposed() / one.probability());
    }

    /** What the models expect of the proposed rules, corrected by what they were wrong about where it was tried. */
    private static double doublyRobust(LoggedChoice one) {
        return one.expectedOfProposed() + weight(one) * (one.reward() - one.expected());
    }

    private double sum(ToDoubleFunction<LoggedChoice> of) {
        return log.stream().mapToDouble(of).sum();
    }

    private Interval mean(ToDoubleFunction<LoggedChoice> of) {
        double mean = sum(of) / log.size();
        return Interval.around(mean, error(of, mean));
    }

    /** The standard error of a mean per decision, from the sums of persons (Liang and Zeger 1986). */
    private double error(ToDoubleFunction<LoggedChoice> of, double mean) {
        Map<SubjectId, Double> persons = new HashMap<>();
        log.forEach(one -> persons.merge(one.person(), of.applyAsDouble(one) - mean, Double::sum));
        double squares = persons.values().stream().mapToDouble(sum -> sum * sum).sum();
        double correction = persons.size() < 2 ? 1 : persons.size() / (persons.size() - 1.0);
        return Math.sqrt(correction * squares) / log.size();
    }
}
