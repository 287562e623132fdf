package org.lotse.models.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lotse.models.scoring.BoostedTrees;

/**
 * Boosted trees whose number is found out of fold: all folds grow side by side until the loss on what they have not seen
 * gets no better. What serves is the mean of the folds' trees: no model is trained twice, and the mean of five errs less
 * than one that has seen everything.
 */
final class BoostSearch {
    private static final int STRIDE = 10;
    private static final int PATIENCE = 60;
    /** The loss over many rows trembles less. */
    private static final int SHORT_PATIENCE = 40;

    private static final int MANY = 10_000;
    private static final int MOST = 1500;

    private final Sample sample;
    private final Growth growth;
    private final List<Boost> boosts;
    private double least = Double.POSITIVE_INFINITY;
    private double[] margins;
    private int rounds;

    BoostSearch(Sample sample, BinnedRows binned, Growth growth, long seed) {
        this.sample = sample;
        this.growth = growth;
        this.margins = new double[sample.rows().size()];
        SplittableRandom seeds = new SplittableRandom(seed);
        this.boosts = IntStream.range(0, sample.folds().count())
                .mapToObj(fold -> new Boost(binned, sample, sample.outside(fold), growth, seeds.nextLong()))
                .toList();
    }

    Attempt search(Progress progress, Threads threads) {
        look();
        int patience = sample.all().length < MANY ? PATIENCE : SHORT_PATIENCE;
        for (int round = 0; round < MOST && round - rounds < patience; round += STRIDE) {
            progress.step("grow trees", Math.min(0.95, round / 300.0));
            threads.each(boosts.size(), fold -> {
                for (int i = 0; i < STRIDE; i++) {
                    boosts.get(fold).step();
                }
            });
            look();
        }
        return new Attempt(growth.describe(rounds), margins, least, () -> new Fitted(trees(), new byte[0]));
    }

    private void look() {
        double[] now = new double[margins.length];
        for (int fold = 0; fold < boosts.size(); fold++) {
            for (int row : sample.folds().inside(fold)) {
                now[row] = boosts.get(fold).margin(row);
            }
        }
        double loss = sample.loss(now);
        if (loss < least) {
            least = loss;
            margins = now;
            rounds = boosts.getFirst().trees().count();
        }
    }

    private BoostedTrees trees() {
        double share = 1.0 / boosts.size();
        double start = boosts.stream().mapToDouble(Boost::start).sum() * share;
        FlatTrees all = new FlatTrees();
        boosts.forEach(boost -> all.add(boost.trees(), rounds, share));
        return all.first(all.count(), start);
    }
}
