package org.lotse.engine.arbitration;

/**
 * Port: what scarce capacities cost now. Whoever computes prices, from past demand or from a plan, does it in the
 * background and hands over whole lists; asking is a look into memory. Thread-safe.
 */
@FunctionalInterface
public interface Prices {
    /** The list in force. */
    PriceList now();

    /** Nothing is computed: the settings' prices apply. */
    Prices DECLARED = () -> PriceList.NONE;
}
