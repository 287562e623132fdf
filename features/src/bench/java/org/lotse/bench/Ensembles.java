package org.lotse.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ReadDefinition;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.Origin;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.registry.TrainingReport;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;

/** Boosted trees of the usual size (100 trees, depth 6) with random splits: as costly to score as trained ones. */
final class Ensembles {
    private static final int TREES = 100;
    private static final int DEPTH = 6;

    private Ensembles() {}

    /** The 30 signals; with {@code perPair} action and channel as the last two. */
    static Signals signals(boolean perPair) {
        List<Signal> signals = new ArrayList<>();
        for (String key : Company.NUMBERS) {
            signals.add(new Signal.Numeric(key, NumberForm.PLAIN, new double[0]));
        }
        for (String key : Company.AGGREGATES) {
            signals.add(new Signal.Numeric(key, NumberForm.PLAIN, new double[0]));
        }
        for (int choice = 0; choice < Company.CHOICES.length; choice++) {
            signals.add(new Signal.Category(Company.CHOICES[choice], List.of(Company.VALUES[choice])));
        }
        for (String key : Company.YES_NOS) {
            signals.add(new Signal.Category(key, List.of("no", "yes")));
        }
        if (perPair) {
            signals.add(new Signal.Category("action", List.of(Company.ACTIONS)));
            signals.add(new Signal.Category("channel", List.of("CALL_CENTRE", "EMAIL", "WEB")));
        }
        return new Signals(signals, List.of());
    }

    static TrainedModel model(String name, Signals signals, long seed) {
        ModelDefinition definition = new ReadDefinition()
                .read(
                        name,
                        "name: " + name
                                + "\ntask: binary\nsubject: customer\ntarget: target\ntrainer: xgboost\ncalibration: none\n"
                                + "split: {folds: 3}\nsample: 100\nseed: " + seed + "\n");
        Member member = new Member(trees(signals, seed), new Link.Logistic(), "random", 1, true, new byte[0]);
        TrainingReport report = new TrainingReport(
                Evaluate.amounts(new double[] {0, 1}, new double[] {0, 1}),
                "random",
                "none",
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
        return new TrainedModel(
                definition,
                signals,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(Member.WHOLE, member),
                List.of("no", "yes"),
                Optional.empty(),
                report,
                new Origin("", "", "", 1, seed, "random", Instant.EPOCH));
    }

    static BoostedTrees trees(Signals signals, long seed) {
        Random random = new Random(seed);
        int perTree = (1 << (DEPTH + 1)) - 1;
        int nodes = TREES * perTree;
        int[] roots = new int[TREES];
        int[] asked = new int[nodes];
        int[] categories = new int[nodes];
        float[] thresholds = new float[nodes];
        int[] yes = new int[nodes];
        int[] no = new int[nodes];
        int[] missing = new int[nodes];
        for (int tree = 0; tree < TREES; tree++) {
            int root = tree * perTree;
            roots[tree] = root;
            for (int place = 0; place < perTree; place++) {
                int node = root + place;
                categories[node] = -1;
                if (2 * place + 2 >= perTree) {
                    asked[node] = -1;
                    thresholds[node] = (float) (random.nextGaussian() * 0.15);
                    continue;
                }
                int signal = random.nextInt(signals.signals().size());
                asked[node] = signal;
                yes[node] = root + 2 * place + 1;
                no[node] = root + 2 * place + 2;
                missing[node] = random.nextBoolean() ? yes[node] : no[node];
                switch (signals.signals().get(signal)) {
                    case Signal.Numeric numeric -> thresholds[node] = threshold(signal, random);
                    case Signal.Category category ->
                        categories[node] = random.nextInt(category.values().size());
                }
            }
        }
        return new BoostedTrees(roots, asked, categories, thresholds, yes, no, missing, new float[0], -0.5);
    }

    private static float threshold(int signal, Random random) {
        double highest = signal < Company.HIGHEST.length
                ? Company.HIGHEST[signal]
                : new double[] {3, 3, 300, 300, 3, 3}[signal - Company.HIGHEST.length];
        return (float) (random.nextDouble() * highest);
    }
}
