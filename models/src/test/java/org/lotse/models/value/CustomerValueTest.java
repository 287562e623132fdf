package org.lotse.models.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.TrainModel;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.PredictionTable;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

class CustomerValueTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final String DEFINITION =
            "name: value\ntask: clv\ncustomer: who\ndate: day\namount: paid\nhorizon: 180d\nsplit: {folds: 3}\n";

    @Test
    void valuesOrderCustomersAndAddUpOnCustomersNeverSeen() {
        TrainedModel model = trained(DEFINITION, shop(1200, 1));

        Evaluation.Values values = (Evaluation.Values) model.evaluate(shop(1200, 2));

        assertThat(values.gini()).isGreaterThan(0.45);
        assertThat(values.meanAbsoluteError()).isLessThan(values.baseMeanAbsoluteError());
        assertThat(values.bias()).isEqualTo(0, within(0.15));
        assertThat(values.covered()).isEqualTo(0.8, within(0.04));
        assertThat(((Evaluation.Values) model.report().evaluation()).covered())
                .as("of those learned from, although more than four of five of the lowest buy nothing")
                .isEqualTo(0.8, within(0.01));
    }

    @Test
    void aStoredModelSaysTheSameForEveryCustomer() {
        TrainedModel model = trained(DEFINITION, shop(400, 1));
        Table purchases = shop(50, 3);

        PredictionTable predictions = TrainedModel.fromBytes(model.toBytes()).predict(purchases);

        assertThat(predictions).isEqualTo(model.predict(purchases));
        assertThat(predictions.idHeading()).isEqualTo("who");
        assertThat(predictions.headings()).startsWith("value", "low", "high");
        assertThat(predictions.rows()).hasSizeBetween(40, 50).allSatisfy(row -> {
            assertThat(row.values().get(0)).isGreaterThanOrEqualTo(0);
            assertThat(row.values().get(2)).isGreaterThanOrEqualTo(row.values().get(1));
        });
    }

    @Test
    void findsTheColumnsOfPurchasesByTheirNames() {
        Table shop = shop(300, 1);
        Table renamed = Generated.table(
                new Column.Texts("CustomerID", texts(shop, "who")),
                new Column.Texts("InvoiceDate", texts(shop, "day")),
                new Column.Texts("Amount", texts(shop, "paid")));

        TrainedModel model = trained("name: value\ntask: clv\n", renamed);

        assertThat(model.predict(renamed).idHeading()).isEqualTo("CustomerID");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> trained("name: value\ntask: clv\ncustomer: client\n", shop(300, 1)))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("date: ...");
        assertThatThrownBy(() -> trained(DEFINITION, shop(20, 1)))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("at least 100");
        assertThatThrownBy(() -> trained(DEFINITION.replace("day", "date"), shop(300, 1)))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("\"date\"")
                .hasMessageContaining("who, day, paid");
    }

    @Test
    void buyingAndDroppingOutIsFoundAgain() {
        List<ParetoNbd.Summary> customers = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 6000; i++) {
            double rate = gamma(random, 0.6) / 10;
            double life = -Math.log(random.nextDouble()) / (gamma(random, 0.7) / 12);
            double at = 0;
            double last = 0;
            int repeats = 0;
            while ((at -= Math.log(random.nextDouble()) / rate) < Math.min(52, life)) {
                last = at;
                repeats++;
            }
            customers.add(new ParetoNbd.Summary(repeats, last, 52));
        }

        ParetoNbd found = ParetoNbd.fit(customers);

        assertThat(found.r() / found.alpha()).isEqualTo(0.06, within(0.008));
        assertThat(found.alive(new ParetoNbd.Summary(10, 51, 52)))
                .isGreaterThan(0.9)
                .isGreaterThan(found.alive(new ParetoNbd.Summary(10, 10, 52)) + 0.5);
    }

    @Test
    void giniIsOneForTheTrueOrderAndMinusOneForItsReverse() {
        double[] spent = {0, 0, 10, 20, 70};

        assertThat(ValueOrder.gini(spent, spent)).isEqualTo(1, within(1e-12));
        assertThat(ValueOrder.gini(new double[] {5, 4, 3, 2, 1}, spent)).isEqualTo(-1, within(1e-12));
    }

    private static TrainedModel trained(String definition, Table table) {
        return new TrainModel().train(Generated.definition(definition), table, Progress.SILENT, Clock.systemUTC());
    }

    private static String[] texts(Table table, String column) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> table.require(column, "test").text(row))
                .toArray(String[]::new);
    }

    /** A year of purchases: customers differ in how often and how much they buy, and leave unseen. */
    private static Table shop(int customers, long seed) {
        Random random = new Random(seed);
        List<String> who = new ArrayList<>();
        List<String> day = new ArrayList<>();
        List<String> paid = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double every = 10 + 80 * random.nextDouble();
            double amount = 10 + 90 * random.nextDouble();
            double end = Math.min(360, -Math.log(random.nextDouble()) * 400);
            for (double at = random.nextInt(60); at < end; at -= every * Math.log(random.nextDouble())) {
                who.add("k" + i);
                day.add(FIRST.plusDays((long) at).toString());
                paid.add(String.valueOf(Math.round(amount * (0.5 + random.nextDouble()))));
            }
        }
        return Generated.table(
                new Column.Texts("who", who.toArray(String[]::new)),
                new Column.Texts("day", day.toArray(String[]::new)),
                new Column.Texts("paid", paid.toArray(String[]::new)));
    }

    /** By Ahrens and Dieter for shapes below 1. */
    private static double gamma(Random random, double shape) {
        double b = 1 + shape / Math.E;
        while (true) {
            double p = b * random.nextDouble();
            double x = p <= 1 ? Math.pow(p, 1 / shape) : -Math.log((b - p) / shape);
            double accept = p <= 1 ? Math.exp(-x) : Math.pow(x, shape - 1);
            if (random.nextDouble() < accept) {
                return x;
            }
        }
    }
}
