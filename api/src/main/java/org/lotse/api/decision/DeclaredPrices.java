package org.lotse.api.decision;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.rule.RuleSet;

/** Names declared prices by their hash, which is worked out once as long as they stay the same. Thread-safe. */
final class DeclaredPrices {
    private volatile @Nullable Named last;

    private record Named(Map<String, Price> prices, String hash) {}

    private DeclaredPrices() {}

    static String hash(RuleSet rules, Map<String, Price> prices) {
        return rules.kept(DeclaredPrices.class, bundle -> new DeclaredPrices()).hash(prices);
    }

    private String hash(Map<String, Price> prices) {
        Named known = last;
        if (known == null || !known.prices().equals(prices)) {
            known = new Named(prices, Hashes.of(ArbitrationJson.prices(prices).toString()));
            last = known;
        }
        return known.hash();
    }
}
