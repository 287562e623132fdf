package org.lotse.engine.arbitration;

import java.util.Comparator;
import java.util.List;

/**
 * What one unit more of a capacity would be worth: the price at which what is wanted of it just fits what there is.
 *
 * <p>Each wish i gains g(i) and uses u(i). The best allocation of a supply B is the fractional knapsack
 *
 * <pre>max sum x(i) g(i)   subject to   sum x(i) u(i) &lt;= B,   0 &lt;= x(i) &lt;= 1</pre>
 *
 * <p>whose dual is {@code min lambda B + sum max(0, g(i) - lambda u(i))}. Its solution lambda is the worth g/u of the first
 * wish that does not fit whole when wishes are served by falling worth (Dantzig 1957), and 0 when all fit; a wish that is
 * charged {@code lambda u} is granted exactly when it belongs to the best allocation. In revenue management this is the bid
 * price (Talluri and van Ryzin 1998).
 *
 * <p>At that price the wish at the margin gains exactly nothing, and so do all others of the same worth: if they were
 * refused, what is left would go to nobody. So they are asked a billionth less, and served until nothing is left.
 *
 * <p>Several capacities are priced one after the other, each at the prices of the others then in force; repeated every
 * few minutes this is coordinate descent on the dual of the joint problem. It is exact for one capacity.
 */
public final class ShadowPrice {
    /** So much of its worth, a hair less than all, is asked of the wish at the margin while some of it can be served. */
    private static final double UNDECIDED = 1 - 1e-9;

    private ShadowPrice() {}

    /**
     * A wish for a capacity.
     *
     * @param worth what a unit gains it, in the accounting currency: g/u
     * @param uses how many units: u
     */
    public record Wish(double worth, double uses) {}

    /**
     * The price.
     *
     * @param supply what there is, at least 0
     */
    public static double of(List<Wish> wishes, double supply) {
        double left = supply;
        double leftForThisWorth = supply;
        double lastWorth = Double.POSITIVE_INFINITY;
        for (Wish wish : wishes.stream()
                .sorted(Comparator.comparingDouble(Wish::worth).reversed())
                .toList()) {
            if (wish.worth() < lastWorth) {
                lastWorth = wish.worth();
                leftForThisWorth = left;
            }
            if (wish.uses() > left) {
                return Math.max(0, wish.worth() * (leftForThisWorth > 0 ? UNDECIDED : 1));
            }
            left -= wish.uses();
        }
        return 0;
    }
}
