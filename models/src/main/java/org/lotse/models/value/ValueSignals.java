package org.lotse.models.value;

import java.util.ArrayList;
import java.util.List;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;

/** What is known of customers from their purchases, as columns. */
final class ValueSignals {
    private static final double WEEK = 7;
    private static final double QUARTER = 91;
    private static final String[] NAMES = {
        "weeks since first",
        "weeks since last",
        "purchases",
        "spent",
        "spent per week",
        "mean amount",
        "last amount",
        "largest amount",
        "purchases in 13 weeks",
        "spent in 13 weeks",
        "mean gap",
        "gap in gaps",
        "alive",
        "expected purchases",
        "expected spend"
    };

    private final ValueModel model;

    ValueSignals(ValueModel model) {
        this.model = model;
    }

    Table table(List<Purchases.Customer> customers, long today) {
        int size = customers.size();
        double[][] values = new double[NAMES.length][size];
        for (int i = 0; i < size; i++) {
            double[] row = row(customers.get(i), today);
            for (int j = 0; j < row.length; j++) {
                values[j][i] = row[j];
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < NAMES.length; j++) {
            columns.add(new Column.Numbers(NAMES[j], values[j]));
        }
        return new Table(columns, size);
    }

    private double[] row(Purchases.Customer one, long today) {
        int count = one.days().length;
        double first = (today - one.days()[0]) / WEEK;
        double last = (today - one.days()[count - 1]) / WEEK;
        double largest = 0;
        double lately = 0;
        double spentLately = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, one.amounts()[i]);
            if (today - one.days()[i] <= QUARTER) {
                lately++;
                spentLately += one.amounts()[i];
            }
        }
        ParetoNbd.Summary summary = ValueModel.summary(one, today);
        double expected = model.seen().expected(summary, model.windowDays() / WEEK);
        double gap = count > 1 ? (first - last) / (count - 1) : Double.NaN;
        return new double[] {
            first,
            last,
            count,
            one.spent(),
            one.spent() / Math.max(4, first),
            one.spent() / count,
            one.amounts()[count - 1],
            largest,
            lately,
            spentLately,
            gap,
            last / Math.max(0.5, gap),
            model.seen().alive(summary),
            expected,
            expected * model.spending().mean(ValueModel.spent(one))
        };
    }
}
