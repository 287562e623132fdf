package org.lotse.models.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Link;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.signal.Signals;

/** Explains the scores of one scorer. Immutable, safe for many threads; worked out once, then well under a millisecond. */
public final class ExplainScore {
    private static final double SMALL = 1e-3;

    private final Scorer scorer;
    private final Link link;
    private final Signals signals;
    private final Optional<TreeShares> trees;

    private ExplainScore(Scorer scorer, Link link, Signals signals, Optional<TreeShares> trees) {
        this.scorer = scorer;
        this.link = link;
        this.signals = signals;
        this.trees = trees;
    }

    /** Empty for boosted trees that were stored without the weight of their nodes. */
    public static Optional<ExplainScore> of(Scorer scorer, Link link, Signals signals) {
        return switch (scorer) {
            case BoostedTrees trees ->
                trees.covers().length == 0
                        ? Optional.empty()
                        : Optional.of(new ExplainScore(
                                scorer,
                                link,
                                signals,
                                Optional.of(
                                        new TreeShares(trees, signals.signals().size()))));
            case AdditiveBins ignored -> Optional.of(new ExplainScore(scorer, link, signals, Optional.empty()));
            case Constant ignored -> Optional.of(new ExplainScore(scorer, link, signals, Optional.empty()));
        };
    }

    /** Why a coded row has its score. */
    public Reasons of(double[] row) {
        return switch (scorer) {
            case Constant constant -> reasons(constant.margin(), constant.margin(), new double[0]);
            case AdditiveBins bins -> {
                double[] parts = new double[signals.inputs()];
                for (int input = 0; input < parts.length; input++) {
                    parts[input] = bins.contribution(input, row);
                }
                yield reasons(bins.base(), bins.margin(row), parts);
            }
            case BoostedTrees boosted -> {
                TreeShares shares = trees.orElseThrow();
                yield reasons(shares.base(), boosted.margin(row), shares.of(row));
            }
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
