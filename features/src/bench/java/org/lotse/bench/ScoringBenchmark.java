package org.lotse.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What scoring one row costs: 100 trees of depth 6. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScoringBenchmark {
    private static final int ROWS = 4_096;

    private final Signals signals = Ensembles.signals(false);
    private final BoostedTrees trees = Ensembles.trees(signals, 1);
    private final double[][] rows = new double[ROWS][signals.signals().size()];
    private final double[] margins = new double[ROWS];
    private int next;

    @Setup
    public void prepare() {
        Random random = new Random(3);
        for (double[] row : rows) {
            for (int signal = 0; signal < row.length; signal++) {
                row[signal] = signals.signals().get(signal) instanceof Signal.Category category
                        ? random.nextInt(category.slots())
                        : random.nextInt(30) == 0
                                ? Double.NaN
                                : random.nextDouble()
                                        * (signal < Company.HIGHEST.length ? Company.HIGHEST[signal] : 10);
            }
        }
    }

    @Benchmark
    public double oneRow() {
        next = next + 1 & ROWS - 1;
        return trees.margin(rows[next]);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] manyRows() {
        trees.margins(rows, margins);
        return margins;
    }
}
