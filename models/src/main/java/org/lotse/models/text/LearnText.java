package org.lotse.models.text;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.lotse.models.training.FitLinear;

/** Learns weights of text features: logistic with a quadratic penalty, each class against all others. */
public final class LearnText {
    private static final int FEWEST = 2;

    private final TextSignals.Counts[] texts;
    private final int[] classes;
    private final int count;

    /**
     * @param texts one per row; null counts as empty
     * @param classes the class of each row
     * @param count how many classes
     */
    public LearnText(String[] texts, int[] classes, int count) {
        this.texts = new TextSignals.Counts[texts.length];
        for (int row = 0; row < texts.length; row++) {
            this.texts[row] = TextSignals.of(texts[row] == null ? "" : texts[row]);
        }
        this.classes = classes;
        this.count = count;
    }

    /**
     * Margins of rows that were not learned from, by class and row.
     *
     * @param fold of each row
     * @param cost how much errors count against the penalty
     * @param telling whether features that tell a class from the others may weigh more
     */
    public double[][] outOfFold(int[] fold, int folds, double cost, boolean telling) {
        double[][] margins = new double[count][texts.length];
        for (int part = 0; part < folds; part++) {
            int own = part;
            TextModel model = learn(
                    "",
                    IntStream.range(0, texts.length)
                            .filter(row -> fold[row] != own)
                            .toArray(),
                    cost,
                    telling);
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
    public TextModel learn(String column, double cost, boolean telling) {
        return learn(column, IntStream.range(0, texts.length).toArray(), cost, telling);
    }

    private TextModel learn(String column, int[] rows, double cost, boolean telling) {
        float[] rarity = rarity(rows);
        int[] dense = new int[TextSignals.SIZE];
        int used = 0;
        for (int place = 0; place < dense.length; place++) {
            dense[place] = place < TextSignals.OWN || rarity[place] > 0 ? used++ : -1;
        }
        TextRows plain = rows(rows, rarity, dense, used + 1);
        int[] all = IntStream.range(0, rows.length).toArray();
        float[][] weights = new float[count][TextSignals.SIZE];
        double[] intercepts = new double[count];
        for (int k = 0; k < count; k++) {
            int wanted = k;
            double[] targets = IntStream.of(rows)
                    .mapToDouble(row -> classes[row] == wanted ? 1 : 0)
                    .toArray();
            float[] factors = telling ? telling(plain, targets, dense) : ones(used);
            double[] learned = new FitLinear(plain.times(factors), targets, all, cost).weights(new double[used + 1]);
            for (int place = 0; place < TextSignals.SIZE; place++) {
                int own = dense[place];
                weights[k][place] = own < 0 ? 0 : (float) (factors[own] * learned[own]);
            }
            intercepts[k] = learned[used];
        }
        return new TextModel(column, rarity, weights, intercepts, 1, new double[count]);
    }

    private TextRows rows(int[] rows, float[] rarity, int[] dense, int weights) {
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i];
            for (int place : texts[rows[i]].places()) {
                starts[i + 1] += dense[place] < 0 ? 0 : 1;
            }
        }
        int[] features = new int[starts[rows.length]];
        float[] values = new float[features.length];
        int at = 0;
        for (int row : rows) {
            float[] each = TextModel.values(texts[row], rarity);
            for (int i = 0; i < each.length; i++) {
                int own = dense[texts[row].places()[i]];
                if (own >= 0) {
                    features[at] = own;
                    values[at++] = each[i];
                }
            }
        }
        return new TextRows(starts, features, values, weights);
    }

    /** By how much each gram tells the class from the others, as naive Bayes would weigh it; own features are left as they are. */
    private static float[] telling(TextRows rows, double[] targets, int[] dense) {
        float[] with = new float[rows.weights() - 1];
        float[] without = new float[with.length];
        double ones = Arrays.stream(targets).sum();
        for (int row = 0; row < targets.length; row++) {
            for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                (targets[row] > 0.5 ? with : without)[rows.features()[i]]++;
            }
        }
        float[] telling = ones(with.length);
        for (int place = TextSignals.OWN; place < dense.length; place++) {
            int own = dense[place];
            if (own >= 0) {
                telling[own] = (float) Math.abs(
                        Math.log((with[own] + 1) / (ones + 2) / ((without[own] + 1) / (targets.length - ones + 2))));
            }
        }
        return telling;
    }

    private static float[] ones(int size) {
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        return ones;
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
