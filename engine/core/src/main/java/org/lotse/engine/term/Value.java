package org.lotse.engine.term;

import java.time.LocalDate;

/** The value of a term; which variant follows from the term's {@link TermType}. */
public sealed interface Value {
    /**
     * A number, an amount in the accounting currency, a probability (0..1), a percent (0..100), a count or days.
     *
     * @param value finite
     */
    record Num(double value) implements Value {
        public Num {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "The number " + value + " is not finite. Maybe leave the term out: then it is missing.");
            }
            value = value == 0 ? 0.0 : value;
        }

        @Override
        public String toString() {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }

    /** Free text. */
    record Text(String value) implements Value {
        @Override
        public String toString() {
            return value;
        }
    }

    /** One of the declared values of a choice, by its key: {@code MONTHLY}. */
    record Choice(String key) implements Value {
        @Override
        public String toString() {
            return key;
        }
    }

    /** Yes or no. */
    record YesNo(boolean value) implements Value {
        @Override
        public String toString() {
            return value ? "yes" : "no";
        }
    }

    /** A calendar day. */
    record Date(LocalDate value) implements Value {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    static Value of(double number) {
        return new Num(number);
    }

    static Value of(boolean yes) {
        return new YesNo(yes);
    }

    static Value choice(String key) {
        return new Choice(key);
    }

    static Value text(String text) {
        return new Text(text);
    }

    static Value of(LocalDate day) {
        return new Date(day);
    }
}
