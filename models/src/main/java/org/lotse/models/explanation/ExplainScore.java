package org.lotse.models.explanation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Foreign;
import org.lotse.models.scoring.Link;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.scoring.Sum;
import org.lotse.models.signal.Signals;

/** Explains the scores of one scorer. Immutable, safe for many threads; worked out once, then well under a millisecond. */
public final class ExplainScore {
    private static final double SMALL = 1e-3;

    private final Scorer scorer;
    private final Link link;
    private final Signals signals;
    /** By number of the part of a sum; a scorer that is no sum has one part. */
    private final Map<Scorer, TreeShares> trees;

    private ExplainScore(Scorer scorer, Link link, Signals signals, Map<Scorer, TreeShares> trees) {
        this.scorer = scorer;
        this.link = link;
        this.signals = signals;
        this.trees = trees;
    }

    /** Empty for boosted trees that were stored without the weight of their nodes. */
    public static Optional<ExplainScore> of(Scorer scorer, Link link, Signals signals) {
        Map<Scorer, TreeShares> trees = new IdentityHashMap<>();
        for (Scorer part : parts(scorer)) {
            if (part instanceof BoostedTrees boosted) {
                if (boosted.covers().length == 0) {
                    return Optional.empty();
                }
                trees.put(part, new TreeShares(boosted, signals.signals().size()));
            }
        }
        return Optional.of(new ExplainScore(scorer, link, signals, trees));
    }

    private static List<Scorer> parts(Scorer scorer) {
        return scorer instanceof Sum(List<Scorer> several)
                ? several.stream().flatMap(part -> parts(part).stream()).toList()
                : List.of(scorer);
    }

    /** Why a coded row has its score. */
    public Reasons of(double[] row) {
        double base = 0;
        double[] shares = new double[signals.inputs()];
        for (Scorer part : parts(scorer)) {
            base += add(part, row, shares);
        }
        return reasons(base, scorer.margin(row), shares);
    }

    /** Adds a part's shares; answers its margin for an average row. */
    private double add(Scorer part, double[] row, double[] shares) {
        return switch (part) {
            case Constant constant -> constant.margin();
            case AdditiveBins bins -> {
                for (int input = 0; input < shares.length; input++) {
                    shares[input] += bins.contribution(input, row);
                }
                yield bins.base();
            }
            case BoostedTrees boosted -> {
                TreeShares own = Objects.requireNonNull(trees.get(boosted));
                double[] some = own.of(row);
                for (int signal = 0; signal < some.length; signal++) {
                    shares[signal] += some[signal];
                }
                yield own.base();
            }
            case Foreign foreign -> SampleShares.add(foreign, row, shares);
            case Sum sum -> throw new IllegalStateException("A sum within " + sum + " was not taken apart.");
        };
    }

    private Reasons reasons(double base, double margin, double[] parts) {
        double slope = slope(base, margin);
        List<Reasons.Contribution> contributions = new ArrayList<>(parts.length);
        for (int input = 0; input < parts.length; input++) {
            if (parts[input] != 0) {
                contributions.add(new Reasons.Contribution(signals.name(input), parts[input], slope * parts[input]));
            }
        }
        return new Reasons(base, margin, link.value(base), link.value(margin), contributions);
    }

    /** The mean slope of the link between the base and the margin; where both are the same, the slope there. */
    private double slope(double base, double margin) {
        return Math.abs(margin - base) > 1e-12
                ? (link.value(margin) - link.value(base)) / (margin - base)
                : (link.value(base + SMALL) - link.value(base - SMALL)) / (2 * SMALL);
    }
}
