package org.lotse.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.lotse.engine.decision.Answer;

/**
 * A batch in process, engine beside hand-written program, in turns in one run. Prints customers per second, processor time
 * per customer (which other programs on the machine disturb little) and the memory in use afterwards. Usage: {@code Batch
 * [customers] [threads] [perPair]}.
 */
public final class Batch {
    private static final int DRAWN = 20_000;
    private static final int ROUNDS = 5;

    private final int customers;
    private final int threads;
    private final Bench bench;
    private final ThreadLocal<FlatDecision> flat;

    private Batch(int customers, int threads, boolean perPair) {
        this.customers = customers;
        this.threads = threads;
        this.bench = new Bench(Math.min(DRAWN, customers), 10, perPair);
        this.flat = ThreadLocal.withInitial(bench::anotherFlat);
    }

    /** Runs the batch. */
    public static void main(String... arguments) throws InterruptedException, ExecutionException {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        boolean perPair = arguments.length > 2 && Boolean.parseBoolean(arguments[2]);
        new Batch(customers, threads, perPair).run();
    }

    private interface Decides {
        Object decide(Customers.Customer customer);
    }

    private record Took(double perSecond, double cpuNanos) {}

    private void run() throws InterruptedException, ExecutionException {
        bench.proveEqual();
        System.out.printf(
                "%d customers, %d threads, heap at most %d MiB%n",
                customers, threads, Runtime.getRuntime().maxMemory() >> 20);
        System.out.println("| round | engine/s | hand/s | engine CPU ns | hand CPU ns | CPU ratio | heap MiB |");
        System.out.println("|--:|--:|--:|--:|--:|--:|--:|");
        for (int round = 1; round <= ROUNDS; round++) {
            Took engine = took(customer -> decided(bench.engine.decide(customer.request())));
            Took hand = took(customer -> flat.get().decide(customer.flat()));
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.0f | %.0f | %.0f | %.2f | %d |%n",
                    round,
                    engine.perSecond,
                    hand.perSecond,
                    engine.cpuNanos,
                    hand.cpuNanos,
                    hand.cpuNanos / engine.cpuNanos,
                    used() >> 20);
        }
    }

    private static Object decided(Answer answer) {
        if (!(answer instanceof Answer.Decided)) {
            throw new IllegalStateException("Not decided: " + answer);
        }
        return answer;
    }

    private Took took(Decides decides) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long spent = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> working = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                working.add(workers.submit(() -> {
                    long before = cpu.getCurrentThreadCpuTime();
                    int hash = 0;
                    for (int each = next.getAndIncrement(); each < customers; each = next.getAndIncrement()) {
                        hash += System.identityHashCode(
                                        decides.decide(bench.customers.get(each % bench.customers.size())))
                                & 1;
                    }
                    return cpu.getCurrentThreadCpuTime() - before + (hash < 0 ? 1 : 0);
                }));
            }
            for (Future<Long> each : working) {
                spent += each.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Took(customers / seconds, (double) spent / customers);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
