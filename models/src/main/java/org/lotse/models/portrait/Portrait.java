package org.lotse.models.portrait;

import java.util.List;
import java.util.Optional;

/**
 * What a model learned, in aggregates that name nobody.
 *
 * @param rows how many rows it learned from
 * @param subjects how many subjects they are about
 * @param surveyed how many subjects of today's population it was compared with; 0 when it was not
 * @param average the mean answer
 * @param inputs the inputs that change its answer most first
 * @param months how often the outcome happened, by the month of the observation; empty for tables without times
 */
public record Portrait(
        long rows, long subjects, long surveyed, double average, List<Input> inputs, List<Month> months) {
    /** Smaller groups are not shown. */
    public static final int SMALLEST_GROUP = 8;

    public Portrait {
        inputs = List.copyOf(inputs);
        months = List.copyOf(months);
    }

    /**
     * One input.
     *
     * @param name the column or term
     * @param kind what it is
     * @param importance by how much it typically moves the answer, in the answer's unit
     * @param slots its values in their order
     * @param rest subjects whose values are too rare to be shown
     * @param restSurveyed the same of today's population
     */
    public record Input(String name, Kind kind, double importance, List<Slot> slots, long rest, long restSurveyed) {
        public Input {
            slots = List.copyOf(slots);
        }
    }

    /** What an input is. */
    public enum Kind {
        NUMBER,
        DATE,
        CATEGORY
    }

    /**
     * Values of an input that the model does not tell apart.
     *
     * @param what which values
     * @param value the category; empty for numbers, rare and missing values
     * @param low numbers are above this; empty for the lowest
     * @param high numbers are at most this; empty for the highest
     * @param subjects how many were learned from
     * @param surveyed how many there are among the surveyed subjects of today
     * @param answer the mean answer when everybody had such a value
     * @param effect by how much that is above or below the average
     */
    public record Slot(
            What what,
            Optional<String> value,
            Optional<Double> low,
            Optional<Double> high,
            long subjects,
            long surveyed,
            double answer,
            double effect) {}

    /** Which values. */
    public enum What {
        RANGE,
        VALUE,
        RARE,
        MISSING
    }

    /**
     * A month of observations.
     *
     * @param month {@code 2026-03}
     * @param rows observations in it
     * @param outcome how often the outcome happened, or its mean
     * @param unusual whether it differs from the other months beyond chance and by more than a quarter
     */
    public record Month(String month, long rows, double outcome, boolean unusual) {}
}
