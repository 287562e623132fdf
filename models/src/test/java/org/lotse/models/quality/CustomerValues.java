package org.lotse.models.quality;

import static org.lotse.models.quality.MeasureQuality.figure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.lotse.models.definition.ValueChoice;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.PredictionTable;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;
import org.lotse.models.value.Purchases;
import org.lotse.models.value.ValueModel;
import org.lotse.models.value.ValueOrder;

/**
 * What customers spend, of customers nobody has seen: learned from other customers up to the same last day (the window
 * predicted is in what was learned from), and strictly from what was there on the day values were wanted.
 */
final class CustomerValues {
    private final int times;

    CustomerValues(int times) {
        this.times = times;
    }

    void measure(Path set, String customer, String columns, int horizon) {
        for (Parts parts : Parts.of(set, customer, times)) {
            String definition = "task: clv\nhorizon: " + horizon + "d\n" + columns;
            TrainedModel same = MeasureQuality.train("value", definition, parts.learned());
            ValueChoice choice = same.value().orElseThrow().columns();
            Purchases all = new Purchases(parts.measured(), choice);
            long cut = Math.max(all.last(), new Purchases(parts.learned(), choice).last()) - horizon;
            Table known = until(parts.measured(), choice, cut);
            TrainedModel forward = MeasureQuality.train("value", definition, until(parts.learned(), choice, cut));
            Map.of("the same window", same, "strictly forward", forward)
                    .forEach((how, model) -> say(set, parts.how() + ", " + how, model, all, known, cut, horizon));
        }
    }

    private static void say(
            Path set, String how, TrainedModel model, Purchases all, Table known, long cut, int horizon) {
        List<Purchases.Customer> customers = all.until(cut);
        Map<String, PredictionTable.Row> rows = new HashMap<>();
        model.predict(known).rows().forEach(row -> rows.put(row.id(), row));
        List<ValueModel.Prospect> prospects = customers.stream()
                .map(one -> Objects.requireNonNull(rows.get(one.id())).values())
                .map(values -> new ValueModel.Prospect(
                        values.get(0), values.get(1), values.get(2), values.get(3), values.get(4)))
                .toList();
        double[][] happened = all.between(customers, cut, all.last());
        double[] past = customers.stream()
                .mapToDouble(one -> Arrays.stream(one.amounts()).sum())
                .toArray();
        ValueModel buying = alone(model.value().orElseThrow());
        Evaluation.Values reference = ValueOrder.evaluate(
                horizon,
                customers,
                cut,
                customers.stream().map(one -> buying.prospect(one, cut, 0)).toList(),
                happened[0],
                happened[1]);
        Evaluation.Values on = ValueOrder.evaluate(horizon, customers, cut, prospects, happened[0], happened[1]);
        MeasureQuality.say(
                set.getFileName().toString(),
                how,
                List.of(
                        "customers " + customers.size(),
                        figure("Gini", on.gini()),
                        figure("past spend", on.baseGini()),
                        figure("MAE", on.meanAbsoluteError()),
                        figure("carried on", on.baseMeanAbsoluteError()),
                        figure("bias", on.bias()),
                        figure("covered", on.covered()),
                        figure("purchases MAE", on.purchasesError()),
                        figure("ordered by past spend", ValueOrder.gini(past, happened[0])),
                        figure("buying and dropping out alone: Gini", reference.gini()),
                        figure("MAE", reference.meanAbsoluteError()),
                        figure("bias", reference.bias()),
                        withoutTheLargest(prospects, past, happened[0]),
                        model.report().learner(),
                        figure("s", model.report().seconds())));
    }

    /** The same model, of whose views only the first counts. */
    private static ValueModel alone(ValueModel model) {
        return new ValueModel(
                model.columns(),
                model.horizonDays(),
                model.windowDays(),
                model.seen(),
                model.buying(),
                model.spending(),
                new double[] {1, 0, 0},
                1,
                new double[0],
                new double[] {0},
                new double[] {1});
    }

    /** One customer may spend more than all others together and decide every figure. */
    private static String withoutTheLargest(List<ValueModel.Prospect> prospects, double[] past, double[] spent) {
        int largest = IntStream.range(0, spent.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> spent[i]))
                .orElseThrow();
        int[] others =
                IntStream.range(0, spent.length).filter(i -> i != largest).toArray();
        double[] really = IntStream.of(others).mapToDouble(i -> spent[i]).toArray();
        double[] said =
                IntStream.of(others).mapToDouble(i -> prospects.get(i).value()).toArray();
        double[] before = IntStream.of(others).mapToDouble(i -> past[i]).toArray();
        double wrong = IntStream.range(0, really.length)
                .mapToDouble(i -> Math.abs(really[i] - said[i]))
                .average()
                .orElseThrow();
        return "without the largest customer: "
                + String.join(
                        ", ",
                        figure("Gini", ValueOrder.gini(said, really)),
                        figure("by past spend", ValueOrder.gini(before, really)),
                        figure("MAE", wrong));
    }

    private static Table until(Table table, ValueChoice choice, long cut) {
        Column date = table.require(choice.date(), "A customer value");
        return table.pick(IntStream.range(0, table.rows())
                .filter(row -> {
                    String text = date.text(row);
                    return text != null && day(text) <= cut;
                })
                .toArray());
    }

    private static long day(String text) {
        String plain = text.substring(0, Math.min(10, text.length())).replace("-", "");
        int whole = (int) Double.parseDouble(plain.substring(0, 8));
        return java.time.LocalDate.of(whole / 10_000, whole / 100 % 100, whole % 100)
                .toEpochDay();
    }
}
