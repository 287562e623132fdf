package org.lotse.engine.evaluation;

/**
 * What is known of a group of persons.
 *
 * @param persons how many there are
 * @param with how many of them something happened to at least once
 * @param sum of an amount over all of them
 * @param sumOfSquares of each person's amount
 */
public record Group(long persons, long with, double sum, double sumOfSquares) {
    public Group {
        if (persons < 0 || with < 0 || with > persons) {
            throw new IllegalArgumentException("Of " + persons + " persons it cannot have happened to " + with + ".");
        }
    }

    /** A group of which only is counted whether something happened. */
    public static Group counted(long persons, long with) {
        return new Group(persons, with, with, with);
    }

    /** The share of persons it happened to, 0..1. */
    public double rate() {
        return persons == 0 ? 0 : (double) with / persons;
    }

    /** The amount per person. */
    public double mean() {
        return persons == 0 ? 0 : sum / persons;
    }

    /** The sample variance of the amount per person. */
    double variance() {
        return persons < 2 ? 0 : Math.max(0, (sumOfSquares - sum * sum / persons) / (persons - 1));
    }
}
