package org.lotse.models.signal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model input. A cell is first coded as one double (the number itself, NaN when missing; or the index of a category),
 * and a code falls into one of the signal's slots: its quantile bins and the missing one, or its categories, the rare
 * ones together and the missing one.
 */
public sealed interface Signal {
    /** The column or the term it is read from. */
    String name();

    /** How many slots it has. */
    int slots();

    /**
     * A number, cut into bins.
     *
     * @param form how cells are written
     * @param cuts ascending; bin i holds the numbers above cut i - 1 up to and including cut i
     */
    record Numeric(String name, NumberForm form, double[] cuts) implements Signal {
        @Override
        public int slots() {
            return cuts.length + 2;
        }

        /** The bin of a number; the last slot is for missing ones. */
        public int slot(double number) {
            if (Double.isNaN(number)) {
                return cuts.length + 1;
            }
            int low = 0;
            int high = cuts.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (number > cuts[middle]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Numeric(String otherName, NumberForm otherForm, double[] otherCuts)
                    && name.equals(otherName)
                    && form == otherForm
                    && Arrays.equals(cuts, otherCuts);
        }

        @Override
        public int hashCode() {
            return name.hashCode() + 31 * Arrays.hashCode(cuts);
        }
    }

    /** One of several values. */
    final class Category implements Signal {
        private static final int FIRST = 4;

        private final String name;
        private final List<String> values;
        private final Map<String, Integer> codes = new HashMap<>();
        /** The first values: mostly they are met as the very same texts. */
        private final String[] first;

        /**
         * @param values those frequent enough to stand alone
         */
        public Category(String name, List<String> values) {
            this.name = name;
            this.values = List.copyOf(values);
            this.first =
                    this.values.subList(0, Math.min(this.values.size(), FIRST)).toArray(String[]::new);
            for (int i = 0; i < values.size(); i++) {
                codes.put(values.get(i), i);
            }
        }

        @Override
        public String name() {
            return name;
        }

        public List<String> values() {
            return values;
        }

        @Override
        public int slots() {
            return values.size() + 2;
        }

        /** The code of a value: its index, the rare one's, or the missing one's. */
        @SuppressWarnings("ReferenceEquality") // Equal texts that are not the same are looked up.
        public int code(@Nullable String value) {
            for (int each = 0; each < first.length; each++) {
                if (first[each] == value) {
                    return each;
                }
            }
            return value == null ? values.size() + 1 : codes.getOrDefault(value, values.size());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Category same && name.equals(same.name) && values.equals(same.values);
        }

        @Override
        public int hashCode() {
            return name.hashCode() + 31 * values.hashCode();
        }
    }
}
