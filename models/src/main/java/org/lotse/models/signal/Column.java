package org.lotse.models.signal;

import org.jspecify.annotations.Nullable;

/** One column of a table. */
public sealed interface Column {
    String name();

    int size();

    /** The cell as text; null when missing. */
    @Nullable
    String text(int row);

    /** The cell as a number; NaN when missing or not written in the form. */
    double number(int row, NumberForm form);

    /**
     * A column of texts, as CSV delivers it.
     *
     * @param values cells, stripped; null when missing
     */
    record Texts(String name, @Nullable String[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public @Nullable String text(int row) {
            return values[row];
        }

        @Override
        public double number(int row, NumberForm form) {
            String text = values[row];
            return text == null ? Double.NaN : form.parse(text);
        }
    }

    /**
     * A column of numbers.
     *
     * @param values NaN when missing
     */
    record Numbers(String name, double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public @Nullable String text(int row) {
            double value = values[row];
            if (Double.isNaN(value)) {
                return null;
            }
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }

        @Override
        public double number(int row, NumberForm form) {
            return values[row];
        }
    }
}
