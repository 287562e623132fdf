package org.lotse.api.simulation;

/** Adds up something under the rules in force and under the draft. Not thread-safe. */
final class Paired {
    private double before;
    private double after;
    private double beforeSquares;
    private double afterSquares;
    private double changeSquares;

    void add(double was, double is) {
        before += was;
        after += is;
        beforeSquares += was * was;
        afterSquares += is * is;
        changeSquares += (is - was) * (is - was);
    }

    void add(Paired other) {
        before += other.before;
        after += other.after;
        beforeSquares += other.beforeSquares;
        afterSquares += other.afterSquares;
        changeSquares += other.changeSquares;
    }

    Estimate before(long looked, long whole) {
        return Estimate.total(before, beforeSquares, looked, whole);
    }

    Estimate after(long looked, long whole) {
        return Estimate.total(after, afterSquares, looked, whole);
    }

    /** By how much it changes; surer than the difference of two estimates, as the same ones are compared. */
    Estimate change(long looked, long whole) {
        return Estimate.total(after - before, changeSquares, looked, whole);
    }
}
