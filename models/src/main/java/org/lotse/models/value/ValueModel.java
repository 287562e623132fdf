package org.lotse.models.value;

import java.util.List;
import org.lotse.models.definition.ValueChoice;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;

/**
 * What customers will spend: the mean of two views, one of buying and dropping out, one learned in two parts.
 *
 * @param columns of the table of purchases
 * @param horizonDays how far ahead
 * @param buying when purchases come
 * @param spending what they amount to
 * @param weight of the first view; the second has the rest
 * @param scale by which both were too small or too large, out of fold
 * @param bounds ascending values between which the intervals are taken
 * @param lows by what the value is multiplied for the lower end, one more than bounds
 * @param highs and for the upper end
 */
public record ValueModel(
        ValueChoice columns,
        int horizonDays,
        ParetoNbd buying,
        GammaGamma spending,
        double weight,
        double scale,
        double[] bounds,
        double[] lows,
        double[] highs) {
    private static final double WEEK = 7;

    /** What is known of each customer on a day, as a table with one row per customer. */
    public Table customers(Table purchases) {
        Purchases all = new Purchases(purchases, columns);
        return table(all.until(all.last()), all.last());
    }

    Table table(List<Purchases.Customer> customers, long today) {
        int size = customers.size();
        String[] names = {
            "weeks since first", "weeks since last", "purchases", "spent", "mean amount", "last amount", "largest amount",
            "purchases in 13 weeks", "spent in 13 weeks", "mean gap", "gap in gaps", "alive", "expected purchases",
            "expected spend"
        };
        double[][] values = new double[names.length][size];
        String[] ids = new String[size];
        for (int i = 0; i < size; i++) {
            ids[i] = customers.get(i).id();
            double[] row = row(customers.get(i), today);
            for (int j = 0; j < row.length; j++) {
                values[j][i] = row[j];
            }
        }
        List<Column> columnsOfCustomers = new java.util.ArrayList<>();
        columnsOfCustomers.add(new Column.Texts(columns.customer(), ids));
        for (int j = 0; j < names.length; j++) {
            columnsOfCustomers.add(new Column.Numbers(names[j], values[j]));
        }
        return new Table(columnsOfCustomers, size);
    }

    private double[] row(Purchases.Customer one, long today) {
        int count = one.days().length;
        double first = (today - one.days()[0]) / WEEK;
        double last = (today - one.days()[count - 1]) / WEEK;
        double spent = 0;
        double largest = 0;
        double lately = 0;
        double spentLately = 0;
        for (int i = 0; i < count; i++) {
            spent += one.amounts()[i];
            largest = Math.max(largest, one.amounts()[i]);
            if (today - one.days()[i] <= 13 * WEEK) {
                lately++;
                spentLately += one.amounts()[i];
            }
        }
        ParetoNbd.Summary summary = summary(one, today);
        double gap = count > 1 ? (first - last) / (count - 1) : Double.NaN;
        return new double[] {
            first,
            last,
            count,
            spent,
            spent / count,
            one.amounts()[count - 1],
            largest,
            lately,
            spentLately,
            gap,
            last / Math.max(0.5, gap),
            buying.alive(summary),
            expectedPurchases(one, today),
            expectedSpend(one, today)
        };
    }

    double expectedPurchases(Purchases.Customer one, long today) {
        return buying.expected(summary(one, today), horizonDays / WEEK);
    }

    double expectedSpend(Purchases.Customer one, long today) {
        return expectedPurchases(one, today) * spending.mean(spent(one));
    }

    static ParetoNbd.Summary summary(Purchases.Customer one, long today) {
        int count = one.days().length;
        return new ParetoNbd.Summary(
                count - 1, (one.days()[count - 1] - one.days()[0]) / WEEK, (today - one.days()[0]) / WEEK);
    }

    static GammaGamma.Spent spent(Purchases.Customer one) {
        double sum = 0;
        for (double amount : one.amounts()) {
            sum += amount;
        }
        return new GammaGamma.Spent(one.amounts().length, Math.max(0.01, sum / one.amounts().length));
    }

    /** The mean of both views. */
    public double value(double expected, double learned) {
        return scale * (weight * expected + (1 - weight) * Math.max(0, learned));
    }

    /** The ends between which four of five customers with such a value come to lie. */
    public double[] interval(double value) {
        int bin = 0;
        while (bin < bounds.length && value > bounds[bin]) {
            bin++;
        }
        return new double[] {value * lows[bin], value * highs[bin]};
    }
}
