package org.lotse.engine.arbitration;

/**
 * What one unit of a scarce capacity is charged with when candidates are weighed.
 *
 * @param amount in the accounting currency, at least 0
 * @param origin where it comes from
 */
public record Price(double amount, Origin origin) {
    public Price {
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException("The price " + amount
                    + " of a capacity is no finite amount from 0 on. Maybe it was divided by an amount of 0.");
        }
    }

    /** Where a price comes from. */
    public enum Origin {
        /** The company says so in its settings. */
        DECLARED,
        /** It follows from what is wanted of the capacity and what is left of it. */
        COMPUTED,
        /** A planner says what one unit more would be worth to its plan. */
        PLANNED
    }

    /** A price the company declares. */
    public static Price declared(double amount) {
        return new Price(amount, Origin.DECLARED);
    }

    /** A price a planner hands over. */
    public static Price planned(double amount) {
        return new Price(amount, Origin.PLANNED);
    }

    /** A price computed from demand and supply. */
    public static Price computed(double amount) {
        return new Price(amount, Origin.COMPUTED);
    }
}
