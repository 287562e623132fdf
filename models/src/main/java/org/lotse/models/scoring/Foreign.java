package org.lotse.models.scoring;

import java.util.List;
import org.lotse.models.signal.Signals;

/**
 * A scorer somebody else made; it runs elsewhere and is known by its file and its answers only. Thread-safe as far as who
 * answers for it is.
 */
public final class Foreign implements Scorer {
    private final byte[] file;
    private final Signals signals;
    private final List<double[]> background;
    private final Answers answers;

    /** Who asks the file. */
    public interface Answers {
        /** The answers for coded rows. */
        double[] of(double[][] rows);

        /** Gets ready, so that the first question does not wait; returns at once. */
        default void prepare() {}
    }

    /**
     * @param file the model as it was brought
     * @param signals how rows are coded for it
     * @param background coded rows that stand for everybody, with which it is explained
     * @param answers who asks it
     */
    public Foreign(byte[] file, Signals signals, List<double[]> background, Answers answers) {
        this.file = file.clone();
        this.signals = signals;
        this.background = List.copyOf(background);
        this.answers = answers;
    }

    @Override
    public double margin(double[] row) {
        return answers.of(new double[][] {row})[0];
    }

    @Override
    public void margins(double[][] rows, double[] margins) {
        if (rows.length > 0) {
            System.arraycopy(answers.of(rows), 0, margins, 0, rows.length);
        }
    }

    /** Gets ready, so that the first question does not wait; returns at once. */
    public void prepare() {
        answers.prepare();
    }

    public byte[] file() {
        return file.clone();
    }

    public Signals signals() {
        return signals;
    }

    public List<double[]> background() {
        return background;
    }
}
