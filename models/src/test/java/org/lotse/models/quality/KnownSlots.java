package org.lotse.models.quality;

import static org.lotse.models.quality.MeasureQuality.figure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.ReadCsv;
import org.lotse.models.signal.Table;

/**
 * Later calls whose true probability is known ({@code calls_test.csv.gz} with {@code p_true}), and the true probability of every slot of
 * each customer ({@code truth_grid.csv.gz}): how much of the way from the base rate to the truth is gone, and how good the slot is that
 * seems best.
 */
final class KnownSlots {
    private static final String WHO = "customer_id";

    private KnownSlots() {}

    static void measure(Path set) {
        Table customers = new ReadCsv().read(set.resolve("customers.csv.gz"));
        Table before = Slots.joined(new ReadCsv().read(set.resolve("calls_train.csv.gz")), customers);
        Table calls = new ReadCsv().read(set.resolve("calls_test.csv.gz"));
        TrainedModel model =
                MeasureQuality.train("reach", "task: reachability\ntarget: reached\npositive: \"1\"", before);
        double[] reached = numbers(calls, "reached");
        double[] said = model.answers(Slots.joined(calls, customers));
        double[] usual = new double[said.length];
        Arrays.fill(usual, Arrays.stream(numbers(before, "reached")).average().orElseThrow());
        double base = Evaluate.logLoss(usual, reached);
        double own = Evaluate.logLoss(said, reached);
        double truth = Evaluate.logLoss(numbers(calls, "p_true"), reached);
        double[] slots = slots(model, set, customers, calls);
        MeasureQuality.say(
                set.getFileName().toString(),
                "later calls with known truth",
                List.of(
                        "calls " + before.rows() + "/" + said.length,
                        figure("log loss", own),
                        figure("base", base),
                        figure("truth", truth),
                        figure("of the way gone", (base - own) / (base - truth)),
                        figure(
                                "calibration error",
                                Evaluate.probabilities(said, reached, 1).calibrationError()),
                        figure("slot that seems best, of what is possible", slots[0]),
                        figure("mean of all slots", slots[1]),
                        figure("chosen", slots[2]),
                        figure("best", slots[3])));
    }

    /** The share of what is possible, then true means over customers: of all slots, of the chosen one, of the best one. */
    private static double[] slots(TrainedModel model, Path set, Table customers, Table calls) {
        Table grid = new ReadCsv().read(set.resolve("truth_grid.csv.gz"));
        double[] known = numbers(grid, "p_true");
        String day = Objects.requireNonNull(calls.require("date", "Calls").text(calls.rows() - 1));
        Column date = constant("date", day, grid.rows());
        Table asked = Slots.joined(
                new Table(
                        List.of(
                                grid.require(WHO, "Grid"),
                                date,
                                grid.require("weekday", "Grid"),
                                grid.require("hour", "Grid"),
                                constant("attempt", "1", grid.rows()),
                                constant("school_holiday", "0", grid.rows())),
                        grid.rows()),
                customers);
        double[] said = model.answers(asked);
        Map<String, Integer> chosen = new HashMap<>();
        Map<String, Double> best = new HashMap<>();
        Column who = grid.require(WHO, "Grid");
        for (int row = 0; row < said.length; row++) {
            String customer = String.valueOf(who.text(row));
            Integer so = chosen.get(customer);
            if (so == null || said[row] > said[so]) {
                chosen.put(customer, row);
            }
            best.merge(customer, known[row], Math::max);
        }
        double mean = Arrays.stream(known).average().orElseThrow();
        double ours = chosen.values().stream()
                .mapToDouble(row -> known[row])
                .average()
                .orElseThrow();
        double most = best.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        return new double[] {(ours - mean) / (most - mean), mean, ours, most};
    }

    private static Column constant(String name, String value, int rows) {
        return new Column.Texts(
                name, IntStream.range(0, rows).mapToObj(row -> value).toArray(String[]::new));
    }

    private static double[] numbers(Table table, String column) {
        Column cells = table.require(column, "Reachability");
        return IntStream.range(0, table.rows())
                .mapToDouble(row -> cells.number(row, NumberForm.PLAIN))
                .toArray();
    }
}
