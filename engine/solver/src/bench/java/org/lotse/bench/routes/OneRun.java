package org.lotse.bench.routes;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** One solver on one instance, in a process of its own; prints one line that {@link RouteTable} reads. */
final class OneRun {
    private static final double MILLION = 1e6;

    private OneRun() {}

    /** Arguments: engine, file, seconds, seed. */
    public static void main(String[] arguments) throws Exception {
        Instance instance = Instance.read(Path.of(arguments[1]));
        Supplier<Engine> named = Engine.known().get(arguments[0]);
        if (named == null) {
            throw new IllegalArgumentException("There is no solver " + arguments[0] + "; there are "
                    + Engine.known().keySet() + ".");
        }
        Engine engine = named.get();
        var threads = ManagementFactory.getThreadMXBean();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        AtomicLong firstWall = new AtomicLong(-1);
        AtomicLong firstProcessor = new AtomicLong(-1);
        long processor = system.getProcessCpuTime();
        long own = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        List<int[]> tours =
                engine.solve(instance, Double.parseDouble(arguments[2]), Integer.parseInt(arguments[3]), () -> {
                    firstWall.compareAndSet(-1, System.nanoTime() - start);
                    firstProcessor.compareAndSet(-1, threads.getCurrentThreadCpuTime() - own);
                });
        long wall = System.nanoTime() - start;
        String wrong = instance.wrong(tours);
        System.out.printf(
                Locale.ROOT,
                "RUN %s %.1f %d %.0f %.0f %.0f %.0f%n",
                wrong.isEmpty() ? "feasible" : "infeasible",
                instance.length(tours),
                tours.size(),
                wall / MILLION,
                (system.getProcessCpuTime() - processor) / MILLION,
                firstWall.get() / MILLION,
                firstProcessor.get() / MILLION);
        if (!wrong.isEmpty()) {
            System.out.println("WRONG " + wrong);
        }
        System.exit(0);
    }
}
