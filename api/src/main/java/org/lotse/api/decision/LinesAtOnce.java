package org.lotse.api.decision;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Works on several lines at once and hands out the results in the order of the lines. Two lines about the same subject are
 * worked on one after the other, as the second may depend on what became of the first. Not thread-safe.
 */
final class LinesAtOnce<T> {
    private final ExecutorService threads;
    private final int most;
    private final Results<T> results;
    private final Deque<Line<T>> open = new ArrayDeque<>();
    private final Set<String> subjects = new HashSet<>();

    LinesAtOnce(ExecutorService threads, int most, Results<T> results) {
        this.threads = threads;
        this.most = most;
        this.results = results;
    }

    /** Takes the results in order. */
    @FunctionalInterface
    interface Results<T> {
        void take(T result) throws IOException;
    }

    private record Line<T>(String subject, Future<T> result) {}

    /**
     * Begins with a line, waiting for earlier ones where it has to.
     *
     * @param subject whom it is about; empty: nobody
     */
    void add(String subject, Callable<T> work) throws IOException {
        while (open.size() >= most || subjects.contains(subject)) {
            next();
        }
        open.add(new Line<>(subject, threads.submit(work)));
        if (!subject.isEmpty()) {
            subjects.add(subject);
        }
    }

    /** Whether a line about a subject is still worked on, or its result not handed out yet. */
    boolean isAtWork(String subject) {
        return subjects.contains(subject);
    }

    /** Waits for all lines begun. */
    void finish() throws IOException {
        while (!open.isEmpty()) {
            next();
        }
    }

    private void next() throws IOException {
        Line<T> first = open.remove();
        subjects.remove(first.subject());
        try {
            results.take(first.result().get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while lines were decided", e);
        }
    }
}
