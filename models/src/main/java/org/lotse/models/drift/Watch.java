package org.lotse.models.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says of everything watched about a model at once what has changed. An alarm needs both: more than chance shows among so
 * many comparisons, and a size that matters.
 */
public final class Watch {
    /** Chance of any false alarm among all that is watched at one look. */
    public static final double LEVEL = 0.01;

    private Watch() {}

    /** What is to be thought of a difference. */
    public enum Verdict {
        /** Too few rows to say anything. */
        TOO_FEW,
        /** Nothing that chance could not have done, or nothing that matters. */
        STEADY,
        /** Changed beyond chance, and by enough to matter. */
        CHANGED
    }

    /** A verdict for each, in their order. */
    public static List<Verdict> verdicts(List<? extends Observed> observed) {
        int[] judged = IntStream.range(0, observed.size())
                .filter(i -> !observed.get(i).isTooFew())
                .toArray();
        boolean[] beyond = Holm.beyondChance(
                IntStream.of(judged).mapToDouble(i -> observed.get(i).p()).toArray(), LEVEL);
        List<Verdict> verdicts = new ArrayList<>();
        int next = 0;
        for (Observed one : observed) {
            if (one.isTooFew()) {
                verdicts.add(Verdict.TOO_FEW);
            } else {
                verdicts.add(beyond[next++] && one.isNoticeable() ? Verdict.CHANGED : Verdict.STEADY);
            }
        }
        return verdicts;
    }
}
