package org.lotse.models.training;

/** Rows as a linear model sees them: which inputs each has, and how much of them. One more input, the last, is 1 in every row. */
public interface Design {
    /** How many weights there are, with that of the last input. */
    int weights();

    /** What a row's inputs times their weights add up to. */
    double sum(double[] weights, int row);

    /** Adds a row's inputs times a value. */
    void add(double value, int row, double[] into);

    /** Adds a row's inputs times a value, and the squares of its inputs times another to others. */
    void add(double value, double other, int row, double[] into, double[] others);
}
