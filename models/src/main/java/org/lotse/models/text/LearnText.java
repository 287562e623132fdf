package org.lotse.models.text;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Learns weights of text features: logistic with a quadratic penalty, each class against all others. */
public final class LearnText {
    private static final double TOLERANCE = 0.02;
    private static final int FEWEST = 2;

    private final TextSignals.Counts[] texts;
    private final int[] classes;
    private final int count;
    private final long seed;

    /**
     * @param texts one per row; null counts as empty
     * @param classes the class of each row
     * @param count how many classes
     */
    public LearnText(String[] texts, int[] classes, int count, long seed) {
        this.texts = new TextSignals.Counts[texts.length];
        for (int row = 0; row < texts.length; row++) {
            this.texts[row] = TextSignals.of(texts[row] == null ? "" : texts[row]);
        }
        this.classes = classes;
        this.count = count;
        this.seed = seed;
    }

    /**
     * Margins of rows that were not learned from, by class and row.
     *
     * @param fold of each row
     * @param cost how much errors count against the penalty
     */
    public double[][] outOfFold(int[] fold, int folds, double cost) {
        double[][] margins = new double[count][texts.length];
        for (int part = 0; part < folds; part++) {
            int own = part;
            TextModel model = learn(
                    "",
                    IntStream.range(0, texts.length)
                            .filter(row -> fold[row] != own)
                            .toArray(),
                    cost);
            for (int row = 0; row < texts.length; row++) {
                if (fold[row] == own) {
                    double[] each = model.margins(texts[row]);
                    for (int k = 0; k < count; k++) {
                        margins[k][row] = each[k];
                    }
                }
            }
        }
        return margins;
    }

    /** Learns from all rows. */
    public TextModel learn(String column, double cost) {
        return learn(column, IntStream.range(0, texts.length).toArray(), cost);
    }

    private TextModel learn(String column, int[] rows, double cost) {
        Linear.disableDebugOutput();
        float[] rarity = rarity(rows);
        int[] dense = new int[TextSignals.SIZE];
        int used = 0;
        for (int place = 0; place < dense.length; place++) {
            dense[place] = place < TextSignals.OWN || rarity[place] > 0 ? ++used : 0;
        }
        int size = used;
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = size + 1;
        problem.bias = -1;
        problem.x = new Feature[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            problem.x[i] = features(texts[rows[i]], rarity, dense, size);
        }
        float[][] weights = new float[count][TextSignals.SIZE];
        double[] intercepts = new double[count];
        for (int k = 0; k < count; k++) {
            int wanted = k;
            problem.y = IntStream.of(rows)
                    .mapToDouble(row -> classes[row] == wanted ? 1 : -1)
                    .toArray();
            Parameter parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE);
            parameter.setRandom(new Random(seed));
            Model model = new Linear().train(problem, parameter);
            double sign = model.getLabels()[0] == 1 ? 1 : -1;
            double[] learned = model.getFeatureWeights();
            for (int place = 0; place < TextSignals.SIZE; place++) {
                weights[k][place] = dense[place] == 0 ? 0 : (float) (sign * learned[dense[place] - 1]);
            }
            intercepts[k] = sign * learned[size];
        }
        return new TextModel(column, rarity, weights, intercepts, 1, new double[count]);
    }

    private static Feature[] features(TextSignals.Counts counts, float[] rarity, int[] dense, int size) {
        float[] values = TextModel.values(counts, rarity);
        List<Feature> features = new ArrayList<>(values.length + 1);
        for (int i = 0; i < values.length; i++) {
            if (dense[counts.places()[i]] > 0) {
                features.add(new FeatureNode(dense[counts.places()[i]], values[i]));
            }
        }
        features.add(new FeatureNode(size + 1, 1));
        return features.toArray(new Feature[0]);
    }

    /** Logarithm of how many texts there are per text with the feature; 0 for what is seen once only. */
    private float[] rarity(int[] rows) {
        int[] seen = new int[TextSignals.SIZE];
        for (int row : rows) {
            for (int place : texts[row].places()) {
                seen[place]++;
            }
        }
        float[] rarity = new float[TextSignals.SIZE];
        for (int place = 0; place < rarity.length; place++) {
            rarity[place] = seen[place] < FEWEST ? 0 : (float) (Math.log((1.0 + rows.length) / (1 + seen[place])) + 1);
        }
        return rarity;
    }
}
