package org.lotse.bench;

import java.util.concurrent.TimeUnit;
import org.lotse.engine.decision.Answer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole decision for one customer: the engine with in-memory ports beside the same decision written by hand. */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseG1GC"})
public class PipelineBenchmark {
    /** Whether the acceptance ensemble is scored once per customer or once per pair of action and channel. */
    @Param({"false", "true"})
    boolean perPair;

    /** How many events a customer has. */
    @Param("10")
    int events;

    private static final int CUSTOMERS = 4_096;

    private Bench bench = new Bench(1, 1, false);
    private int next;

    @Setup
    public void prepare() {
        bench = new Bench(events > 100 ? CUSTOMERS / 8 : CUSTOMERS, events, perPair);
        bench.proveEqual();
    }

    @Benchmark
    public Answer engine() {
        return bench.engine.decide(bench.customers.get(next()).request());
    }

    @Benchmark
    public Object hand() {
        return bench.flat.decide(bench.customers.get(next()).flat());
    }

    private int next() {
        next = next + 1 == bench.customers.size() ? 0 : next + 1;
        return next;
    }
}
