package org.lotse.models.refill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Intervals between purchases of the same product: what is usual for the product, by which factor a customer differs from
 * it with everything, and with this product. Each is drawn towards the one before, the more the less was seen. Logarithms
 * of days; immutable.
 *
 * @param columns of a table of purchases
 * @param usual over all products, for one usual quantity
 * @param products by how much each product differs
 * @param perQuantity by how much longer twice the quantity lasts, as an exponent, 0 to 1
 * @param usualQuantity logarithm
 * @param spread variances
 */
public record RefillModel(
        Supplies.Columns columns,
        double usual,
        Map<String, Double> products,
        double perQuantity,
        double usualQuantity,
        Spread spread) {
    private static final double FOUR_OF_FIVE = 1.2816;
    private static final double OVER = 2.5;

    public RefillModel {
        products = Map.copyOf(products);
    }

    /**
     * Variances of logarithms of days.
     *
     * @param product between products
     * @param customer between customers
     * @param pair between pairs of both beside that
     * @param spell from one interval of a pair to the next
     */
    public record Spread(double product, double customer, double pair, double spell) {}

    /**
     * When a customer needs a product again.
     *
     * @param interval expected days from the last purchase
     * @param low four of five times it is at least so many days
     * @param high and at most so many
     * @param last day of the last purchase, since 1970
     * @param intervals how many intervals of the customer's own with this product are counted
     */
    public record Due(String product, double interval, double low, double high, long last, int intervals) {
        /** Days from a day until the product is due; below zero when it is overdue. */
        public double in(long today) {
            return last + interval - today;
        }
    }

    /**
     * What one customer needs again, the next due first. A product counts that was bought twice or more, or that others buy
     * again; one that is overdue by more than one and a half intervals is taken to be given up.
     *
     * @param own purchases of one customer
     */
    public List<Due> due(Supplies own, long today) {
        return intervals(own, today).stream()
                .filter(due -> today - due.last() <= OVER * due.interval())
                .sorted(Comparator.comparingDouble((Due due) -> due.in(today)).thenComparing(Due::product))
                .toList();
    }

    /** The intervals of everything one customer bought up to a day. */
    public List<Due> intervals(Supplies own, long today) {
        List<Supplies.Spell> spells = own.until(today);
        Own known = new Own(spells);
        List<Due> all = new ArrayList<>();
        own.bought().forEach((key, days) -> {
            Map.Entry<Long, Double> last = days.floorEntry(today);
            if (last != null && (products.containsKey(key.product()) || known.count(key.product()) > 0)) {
                all.add(known.due(key.product(), last.getKey(), last.getValue()));
            }
        });
        return all;
    }

    double logDays(Supplies.Spell spell) {
        return Math.log(Math.max(1, spell.days())) - stretch(spell.quantity());
    }

    private double stretch(double quantity) {
        return perQuantity * (Math.log(Math.max(1e-9, quantity)) - usualQuantity);
    }

    double ofProduct(String product) {
        return usual + products.getOrDefault(product, 0.0);
    }

    /** What one customer's intervals say. */
    private final class Own {
        private final Map<String, double[]> sums = new TreeMap<>();
        private final double customer;
        private final double customerVariance;

        Own(List<Supplies.Spell> spells) {
            double pulled = 0;
            double weight = 0;
            for (Supplies.Spell spell : spells) {
                double[] sum = sums.computeIfAbsent(spell.key().product(), some -> new double[2]);
                sum[0] += logDays(spell) - ofProduct(spell.key().product());
                sum[1]++;
            }
            for (double[] sum : sums.values()) {
                double own = 1 / (spread.pair() + spread.spell() / sum[1]);
                pulled += own * sum[0] / sum[1];
                weight += own;
            }
            double prior = 1 / Math.max(1e-9, spread.customer());
            customer = pulled / (weight + prior);
            customerVariance = 1 / (weight + prior);
        }

        int count(String product) {
            return (int) sums.getOrDefault(product, new double[2])[1];
        }

        Due due(String product, long last, double quantity) {
            double[] sum = sums.getOrDefault(product, new double[2]);
            double precision = sum[1] / spread.spell() + 1 / Math.max(1e-9, spread.pair());
            double pair = (sum[0] - sum[1] * customer) / spread.spell() / precision;
            double middle = ofProduct(product) + customer + pair + stretch(quantity);
            double unknown = products.containsKey(product) ? 0 : spread.product();
            double wide = FOUR_OF_FIVE * Math.sqrt(spread.spell() + 1 / precision + customerVariance + unknown);
            return new Due(
                    product, Math.exp(middle), Math.exp(middle - wide), Math.exp(middle + wide), last, (int) sum[1]);
        }
    }
}
