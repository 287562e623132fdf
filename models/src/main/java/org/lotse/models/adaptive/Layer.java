package org.lotse.models.adaptive;

import java.util.Arrays;
import java.util.List;
import org.lotse.models.signal.Signals;

/**
 * Corrects what a trained model says by the outcomes since. Several views are weighed by how probable they made the last
 * outcomes: the model as it is, the model recalibrated over short and long memories, and the model together with naive
 * Bayes over recent outcomes. Before any outcome it says what the model says. Immutable: {@link #with} gives the layer after
 * one more outcome; the same outcomes in the same order give the same layer.
 */
public final class Layer {
    /** How many outcomes naive Bayes remembers: one that long ago counts a third. */
    static final double MEMORY = 500;

    private static final double[] ALONE = {60, 250, 1000};
    private static final double[] BESIDE = {125, 500};
    private static final double FORGET = 0.99;
    private static final double SHARED = 1e-3;
    private static final double TRUSTED = 0.8;

    private final Counts counts;
    private final List<Recalibration> alone;
    private final List<Recalibration> beside;
    private final double[] weights;
    private final long outcomes;

    private Layer(
            Counts counts, List<Recalibration> alone, List<Recalibration> beside, double[] weights, long outcomes) {
        this.counts = counts;
        this.alone = alone;
        this.beside = beside;
        this.weights = weights;
        this.outcomes = outcomes;
    }

    /** A layer that has seen nothing, on a model with these signals. */
    public static Layer on(Signals signals) {
        double[] weights = new double[1 + ALONE.length + BESIDE.length];
        Arrays.fill(weights, (1 - TRUSTED) / (weights.length - 1));
        weights[0] = TRUSTED;
        return new Layer(
                Counts.none(signals, MEMORY),
                Arrays.stream(ALONE)
                        .mapToObj(memory -> Recalibration.from(new double[] {0, 1}, 20, memory))
                        .toList(),
                Arrays.stream(BESIDE)
                        .mapToObj(memory -> Recalibration.from(new double[] {0, 0.8, 0.1}, 50, memory))
                        .toList(),
                weights,
                0);
    }

    /** How many outcomes it has learned from. */
    public long outcomes() {
        return outcomes;
    }

    /** How much the model as it is counts, 0 to 1; the rest has been learned since. */
    public double trusted() {
        return weights[0];
    }

    /**
     * The corrected probability.
     *
     * @param row coded by the model's signals
     * @param said what the model says
     */
    public double answer(double[] row, double said) {
        if (outcomes == 0) {
            return said;
        }
        double[] views = views(said, margin(said), counts.margin(row));
        double sum = 0;
        for (int i = 0; i < views.length; i++) {
            sum += weights[i] * views[i];
        }
        return sum;
    }

    private double[] views(double said, double model, double bayes) {
        double[] views = new double[weights.length];
        int view = 0;
        views[view++] = Math.clamp(said, 1e-6, 1 - 1e-6);
        for (Recalibration one : alone) {
            views[view++] = one.probability(model);
        }
        for (Recalibration one : beside) {
            views[view++] = one.probability(model, bayes);
        }
        return views;
    }

    /** After one more outcome. */
    public Layer with(double[] row, double said, boolean happened) {
        double model = margin(said);
        double bayes = counts.margin(row);
        double[] views = views(said, model, bayes);
        double[] next = new double[views.length];
        double sum = 0;
        for (int i = 0; i < views.length; i++) {
            next[i] = Math.pow(weights[i], FORGET) * (happened ? views[i] : 1 - views[i]);
            sum += next[i];
        }
        for (int i = 0; i < views.length; i++) {
            next[i] = (1 - SHARED) * next[i] / sum + SHARED / views.length;
        }
        return new Layer(
                counts.with(row, happened),
                alone.stream().map(one -> one.with(happened, model)).toList(),
                beside.stream().map(one -> one.with(happened, model, bayes)).toList(),
                next,
                outcomes + 1);
    }

    /** The same on a newer version of the model, having counted earlier outcomes anew. */
    public Layer on(Signals signals, double[][] rows, boolean[] happened) {
        Counts seen = Counts.none(signals, MEMORY);
        for (int i = 0; i < rows.length; i++) {
            seen = seen.with(rows[i], happened[i]);
        }
        return new Layer(seen, alone, beside, weights, outcomes);
    }

    private static double margin(double probability) {
        double inside = Math.clamp(probability, 1e-6, 1 - 1e-6);
        return Math.log(inside / (1 - inside));
    }
}
