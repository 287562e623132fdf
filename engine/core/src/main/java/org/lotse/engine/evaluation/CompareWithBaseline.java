package org.lotse.engine.evaluation;

import java.util.Optional;

/** Sets a figure against what it was when one began to look. Pure. */
public final class CompareWithBaseline {
    private CompareWithBaseline() {}

    /** What is wanted of a figure. */
    public enum Better {
        MORE,
        LESS
    }

    /** What can be said. */
    public enum Verdict {
        BETTER,
        WORSE,
        /** The interval of the change holds zero. */
        NO_EVIDENCE
    }

    /**
     * A change.
     *
     * @param relative to the baseline: 0.1 is ten percent more
     * @param goalReached whether the estimate is as good as was aimed at, and better beyond chance
     */
    public record Change(Interval relative, Verdict verdict, boolean goalReached) {}

    /**
     * The interval of the difference is made of both intervals (Zou and Donner 2008), as that of two shares is, and then
     * divided by the baseline.
     *
     * @param now with its interval
     * @param baseline with its interval; both ends the value itself when it was given and not measured
     * @param goal by which share it was to improve at least, above 0
     * @return nothing where the baseline is 0, of which nothing is a share
     */
    public static Optional<Change> compare(Interval now, Interval baseline, Better better, double goal) {
        if (baseline.estimate() == 0) {
            return Optional.empty();
        }
        double difference = now.estimate() - baseline.estimate();
        double below = Math.hypot(now.estimate() - now.low(), baseline.high() - baseline.estimate());
        double above = Math.hypot(now.high() - now.estimate(), baseline.estimate() - baseline.low());
        double unit = Math.abs(baseline.estimate());
        Interval relative = new Interval((difference - below) / unit, difference / unit, (difference + above) / unit);
        Verdict verdict = verdict(relative, better);
        double gained = better == Better.MORE ? relative.estimate() : -relative.estimate();
        return Optional.of(new Change(relative, verdict, verdict == Verdict.BETTER && gained >= goal));
    }

    private static Verdict verdict(Interval relative, Better better) {
        if (relative.holds(0)) {
            return Verdict.NO_EVIDENCE;
        }
        return relative.estimate() > 0 == (better == Better.MORE) ? Verdict.BETTER : Verdict.WORSE;
    }
}
