package org.lotse.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.lotse.engine.decision.Answer;

/**
 * A batch in process, engine beside hand-written program, in turns in one run. Prints customers per second, processor time
 * per customer (which other programs on the machine disturb little) and the memory in use afterwards. Usage: {@code Batch
 * [customers] [threads] [perPair] [drawn] [rounds]}; {@code drawn} different customers are decided about in turns.
 */
public final class Batch {
    private static final int DRAWN = 20_000;
    private static final int ROUNDS = 5;

    private final int customers;
    private final int threads;
    private final int rounds;
    private final Bench bench;
    private final ThreadLocal<FlatDecision> flat;

    private Batch(int customers, int threads, boolean perPair, int drawn, int rounds) {
        this.rounds = rounds;
        this.customers = customers;
        this.threads = threads;
        this.bench = new Bench(Math.min(drawn, customers), 10, perPair);
        this.flat = ThreadLocal.withInitial(bench::anotherFlat);
    }

    /** Runs the batch. */
    public static void main(String... arguments) throws InterruptedException, ExecutionException {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        boolean perPair = arguments.length > 2 && Boolean.parseBoolean(arguments[2]);
        int drawn = arguments.length > 3 ? Integer.parseInt(arguments[3]) : DRAWN;
        int rounds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : ROUNDS;
        new Batch(customers, threads, perPair, drawn, rounds).run();
    }

    private interface Decides {
        Object decide(Customers.Customer customer);
    }

    private record Took(double perSecond, double cpuNanos, double bytes) {}

    private void run() throws InterruptedException, ExecutionException {
        bench.proveEqual();
        System.out.printf(
                "%d customers, %d threads, heap at most %d MiB%n",
                customers, threads, Runtime.getRuntime().maxMemory() >> 20);
        System.out.println(
                "| round | engine/s | hand/s | engine CPU ns | hand CPU ns | CPU ratio | engine bytes | hand bytes | heap MiB |");
        System.out.println("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (int round = 1; round <= rounds; round++) {
            Took engine = took(customer -> decided(bench.engine.decide(customer.request())));
            Took hand = took(customer -> flat.get().decide(customer.flat()));
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.0f | %.0f | %.0f | %.2f | %.0f | %.0f | %d |%n",
                    round,
                    engine.perSecond,
                    hand.perSecond,
                    engine.cpuNanos,
                    hand.cpuNanos,
                    hand.cpuNanos / engine.cpuNanos,
                    engine.bytes,
                    hand.bytes,
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
        ThreadMXBean cpu = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AtomicLong bytes = new AtomicLong();
        long start = System.nanoTime();
        long spent = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> working = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                working.add(workers.submit(() -> {
                    long allocated = cpu.getCurrentThreadAllocatedBytes();
                    long before = cpu.getCurrentThreadCpuTime();
                    int hash = 0;
                    for (int each = next.getAndIncrement(); each < customers; each = next.getAndIncrement()) {
                        hash += System.identityHashCode(
                                        decides.decide(bench.customers.get(each % bench.customers.size())))
                                & 1;
                    }
                    bytes.addAndGet(cpu.getCurrentThreadAllocatedBytes() - allocated);
                    return cpu.getCurrentThreadCpuTime() - before + (hash < 0 ? 1 : 0);
                }));
            }
            for (Future<Long> each : working) {
                spent += each.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Took(customers / seconds, (double) spent / customers, bytes.doubleValue() / customers);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
