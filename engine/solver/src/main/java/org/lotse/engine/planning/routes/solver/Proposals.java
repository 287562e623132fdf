package org.lotse.engine.planning.routes.solver;

import org.jspecify.annotations.Nullable;

/** The plans the chains have found, on their way to the judge; only the youngest counts. Thread-safe. */
final class Proposals {
    private int @Nullable [][] youngest;
    private boolean ended;
    private Runnable atEnd = () -> {};

    /** What to do before it is said that no more plans will come. */
    synchronized void atEnd(Runnable work) {
        atEnd = work;
    }

    /** Hands over a plan, tour by tour. */
    synchronized void propose(int[][] tours) {
        youngest = tours;
        notifyAll();
    }

    /** No more plans will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits for the next plan; null when no more will come. */
    synchronized int @Nullable [][] next() {
        boolean interrupted = false;
        while (youngest == null && !ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                ended = true;
            }
        }
        int @Nullable [][] next = youngest;
        youngest = null;
        if (next == null) {
            atEnd.run();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return next;
    }
}
