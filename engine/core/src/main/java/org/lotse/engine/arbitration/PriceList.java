package org.lotse.engine.arbitration;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The prices of scarce capacities at one moment.
 *
 * @param version names the list: the content hash of a kept one, {@link #DECLARED} where nothing has been computed
 * @param prices by capacity
 */
public record PriceList(String version, Map<String, Price> prices) {
    /** The version of a list that says nothing the settings do not say. */
    public static final String DECLARED = "declared";

    /** No price has been computed: what the settings declare applies. */
    public static final PriceList NONE = new PriceList(DECLARED, Map.of());

    public PriceList {
        prices = Map.copyOf(prices);
    }

    /** These prices, and the declared one of every capacity this list does not speak about. */
    public Map<String, Price> over(Map<String, Double> declared) {
        Map<String, Price> effective = declared.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Price.declared(entry.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
        effective.putAll(prices);
        return effective;
    }
}
