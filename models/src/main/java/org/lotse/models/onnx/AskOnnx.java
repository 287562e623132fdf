package org.lotse.models.onnx;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.scoring.Foreign;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;

/**
 * Answers for a foreign model: starts its process when it is first asked, starts another when that one has died, and ends it
 * when nobody needs the model any more. Thread-safe.
 */
public final class AskOnnx implements Foreign.Answers {
    private static final Cleaner FORGOTTEN = Cleaner.create();

    private final byte[] file;
    private final Signals signals;
    private final CheckOnnx.Shape shape;
    private final Running running = new Running();

    /** Its process, apart, so that it can be ended when the rest is gone. */
    private static final class Running implements Runnable {
        private volatile @Nullable RunOnnx now;

        @Override
        public synchronized void run() {
            if (now != null) {
                now.close();
                now = null;
            }
        }

        /** Whether a process that answered once does no more; who asks about one row cannot wait for another. */
        boolean hasDied() {
            RunOnnx known = now;
            return known != null && !known.isAlive();
        }

        synchronized RunOnnx get(byte[] file, String output) {
            RunOnnx known = now;
            if (known == null || !known.isAlive()) {
                known = RunOnnx.start(file, output);
                now = known;
            }
            return known;
        }
    }

    /**
     * @param file a file that has been checked
     * @param signals how rows are coded for it
     */
    public AskOnnx(byte[] file, Signals signals) {
        this.file = file.clone();
        this.signals = signals;
        this.shape = CheckOnnx.check(file);
        FORGOTTEN.register(this, running);
    }

    @Override
    public double[] of(double[][] rows) {
        List<RunOnnx.Cells> cells = cells(rows);
        if (rows.length == 1 && running.hasDied()) {
            prepare();
            throw new ModelProblem("The process of the ONNX model has died and is starting again.");
        }
        return running.get(file, output()).ask(rows.length, cells);
    }

    @Override
    public void prepare() {
        Thread.ofVirtual().name("onnx-start").start(() -> running.get(file, output()));
    }

    /** The output that is read: the last one, which holds the probabilities where a class is given, too. */
    private String output() {
        return shape.outputs().getLast();
    }

    private List<RunOnnx.Cells> cells(double[][] rows) {
        List<RunOnnx.Cells> cells = new ArrayList<>();
        int next = 0;
        for (OnnxInput input : shape.inputs()) {
            int first = input.width() == 1 ? signals.indexOf(input.name()) : next;
            cells.add(cells(input, first, rows));
            next += input.width();
        }
        return cells;
    }

    private RunOnnx.Cells cells(OnnxInput input, int first, double[][] rows) {
        if (input.kind() != OnnxInput.Kind.STRING) {
            double[] numbers = new double[rows.length * input.width()];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], first, numbers, row * input.width(), input.width());
            }
            return new RunOnnx.Cells.Numbers(input, numbers);
        }
        Signal.Category category = (Signal.Category) signals.signals().get(first);
        return new RunOnnx.Cells.Texts(
                input,
                Arrays.stream(rows).map(row -> text(category, (int) row[first])).toList());
    }

    private static String text(Signal.Category category, int code) {
        return code < category.values().size() ? category.values().get(code) : "";
    }
}
