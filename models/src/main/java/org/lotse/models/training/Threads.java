package org.lotse.models.training;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The threads a training may use: folds are learned side by side, each in one. */
final class Threads implements AutoCloseable {
    private static final int MOST = 2;

    private final ForkJoinPool pool = new ForkJoinPool(MOST);

    /** Does the work for 0, 1, ... and returns when all is done. */
    void each(int count, IntConsumer work) {
        pool.submit(() -> IntStream.range(0, count).parallel().forEach(work)).join();
    }

    /** Begins work in one of the threads; asking for what it comes to waits for it. */
    <T> Supplier<T> begin(Supplier<T> work) {
        return pool.submit(work::get)::join;
    }

    @Override
    public void close() {
        pool.close();
    }
}
