package org.lotse.models.duplicate;

/** Whether two records say the same, however they spell it. */
public final class Spelt {
    private Spelt() {}

    /** Whether both live in the same house, as far as both say: street, number and postal code. */
    public static boolean sameAddress(CustomerRecord one, CustomerRecord other) {
        Known first = Known.of(one);
        Known second = Known.of(other);
        return agree(first.street(), second.street())
                && agree(first.number(), second.number())
                && agree(first.code(), second.code())
                && (!first.code().isEmpty() && !second.code().isEmpty() || agree(first.town(), second.town()));
    }

    /** Whether a date of birth is a day of the calendar, and not one that means "not filled in". */
    public static boolean isBirthDate(String text) {
        return BirthDate.isDay(BirthDate.of(text));
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
