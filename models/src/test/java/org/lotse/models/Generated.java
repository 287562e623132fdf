package org.lotse.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ReadDefinition;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;

/** Seeded tables with a known truth. */
public final class Generated {
    private Generated() {}

    /** Customers who leave with a probability that falls with tenure and depends on the contract. */
    public static Table churn(int rows, long seed) {
        Random random = new Random(seed);
        String[] ids = new String[rows];
        String[] tenure = new String[rows];
        @Nullable String[] charge = new String[rows];
        String[] contract = new String[rows];
        String[] noise = new String[rows];
        String[] churn = new String[rows];
        for (int row = 0; row < rows; row++) {
            double months = Math.floor(random.nextDouble() * 72);
            double fee = 20 + random.nextDouble() * 100;
            String kind = random.nextDouble() < 0.5 ? "MONTHLY" : random.nextDouble() < 0.6 ? "ONE_YEAR" : "TWO_YEARS";
            double logOdds = -0.5 - months / 24 + fee / 60 + (kind.equals("MONTHLY") ? 1 : -1);
            ids[row] = "c-" + (row + 1);
            tenure[row] = Integer.toString((int) months);
            charge[row] = random.nextDouble() < 0.05 ? null : String.format(java.util.Locale.ROOT, "%.2f", fee);
            contract[row] = kind;
            noise[row] = Double.toString(random.nextGaussian());
            churn[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? "Yes" : "No";
        }
        return table(
                new Column.Texts("customerID", ids),
                new Column.Texts("tenure", tenure),
                new Column.Texts("charge", charge),
                new Column.Texts("contract", contract),
                new Column.Texts("noise", noise),
                new Column.Texts("Churn", churn));
    }

    /** Nothing has to do with the target. */
    public static Table noise(int rows, long seed) {
        Random random = new Random(seed);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double[] values = random.doubles(rows).toArray();
            columns.add(new Column.Numbers("noise-" + i, values));
        }
        columns.add(new Column.Texts(
                "won", random.doubles(rows).mapToObj(d -> d < 0.63 ? "1" : "0").toArray(String[]::new)));
        return new Table(columns, rows);
    }

    /** An amount that depends on size and kind, with noise of deviation 5. */
    public static Table amounts(int rows, long seed) {
        Random random = new Random(seed);
        double[] size = random.doubles(rows).map(d -> d * 100).toArray();
        String[] kind = random.doubles(rows).mapToObj(d -> d < 0.5 ? "A" : "B").toArray(String[]::new);
        double[] amount = new double[rows];
        for (int row = 0; row < rows; row++) {
            amount[row] = 200 + 2 * size[row] + (kind[row].equals("A") ? 50 : 0) + 5 * random.nextGaussian();
        }
        return table(
                new Column.Numbers("size", size), new Column.Texts("kind", kind), new Column.Numbers("amount", amount));
    }

    /** A voucher that helps bargain hunters by 20 points and harms loyal customers by 5, given to half of them. */
    public static Table voucher(int rows, long seed) {
        Random random = new Random(seed);
        String[] kind = new String[rows];
        double[] recency = new double[rows];
        String[] voucher = new String[rows];
        String[] bought = new String[rows];
        for (int row = 0; row < rows; row++) {
            boolean hunter = random.nextDouble() < 0.4;
            boolean given = random.nextBoolean();
            recency[row] = random.nextInt(12);
            double p = 0.2 - recency[row] / 100 + (given ? (hunter ? 0.2 : -0.05) : 0);
            kind[row] = hunter ? "HUNTER" : "LOYAL";
            voucher[row] = given ? "1" : "0";
            bought[row] = random.nextDouble() < p ? "1" : "0";
        }
        return table(
                new Column.Texts("kind", kind),
                new Column.Numbers("recency", recency),
                new Column.Texts("voucher", voucher),
                new Column.Texts("bought", bought));
    }

    public static Table table(Column... columns) {
        return new Table(List.of(columns), columns[0].size());
    }

    /** A definition from its text. */
    public static ModelDefinition definition(String text) {
        return new ReadDefinition().read("test.yaml", text);
    }

    /** The churn definition in its shortest form. */
    public static ModelDefinition churnDefinition(String trainer) {
        return definition(
                "name: churn\ntask: binary\ntarget: Churn\npositive: \"Yes\"\nexclude: [customerID]\ntrainer: "
                        + trainer + "\n");
    }
}
