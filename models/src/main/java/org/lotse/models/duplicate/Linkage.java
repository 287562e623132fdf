package org.lotse.models.duplicate;

import java.util.List;
import java.util.Map;

/**
 * What is known of how records of one customer agree: counted from pairs without decisions, and corrected by what stewards
 * decided. Immutable and thread-safe.
 */
public final class Linkage {
    private final Mixture mixture;
    private final Learned learned;
    private final int decisions;

    Linkage(Mixture mixture, Learned learned, int decisions) {
        this.mixture = mixture;
        this.learned = learned;
        this.decisions = decisions;
    }

    /** What is assumed before any record is seen. */
    public static Linkage start() {
        return new Linkage(Mixture.start(), Learned.nothing(), 0);
    }

    /** Counted from the pairs alone. */
    static Linkage of(Map<PairPattern, Integer> pairs) {
        return new Linkage(Mixture.of(pairs), Learned.nothing(), 0);
    }

    /** The same counts, corrected by these decisions and no others. */
    public Linkage learn(List<Decision> decided) {
        return new Linkage(mixture, Learned.of(mixture, decided), decided.size());
    }

    /** The log-odds that two records which agree so are one customer. */
    public double margin(PairPattern pattern) {
        return learned.margin(mixture, pattern);
    }

    /** The probability that two records which agree so are one customer, 0..1. */
    public double probability(PairPattern pattern) {
        return 1 / (1 + Math.exp(-margin(pattern)));
    }

    /** How much a decision on such a pair would teach: uncertain by itself, and of a kind nobody has decided on yet. */
    double worthAsking(PairPattern pattern) {
        double deviation = learned.deviation(mixture, pattern);
        double moderated = Math.abs(margin(pattern)) / Math.sqrt(1 + Math.PI / 8 * deviation * deviation);
        return (1 + deviation) / (1 + Math.exp(moderated));
    }

    /** How many decisions were learned from. */
    public int decisions() {
        return decisions;
    }

    Mixture mixture() {
        return mixture;
    }

    Learned learned() {
        return learned;
    }
}
