package org.lotse.models.quality;

import static org.lotse.models.quality.MeasureQuality.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.ReadCsv;
import org.lotse.models.signal.Table;

/**
 * When calls reach customers nobody has learned from, as of the day of each call. How good the choice of a slot is shows where calls
 * happened to be made in a slot that the model finds good for the customer: more of them should reach somebody.
 */
final class Slots {
    private static final int FOLDS = 5;
    private static final int FIRST = 8;
    private static final int HOURS = 11;
    private static final int SLOTS = 5 * HOURS;
    private static final int[] BEST = {3, 6, 11};

    private final double[] reached;
    private final double[] predicted;
    private final int[] rank;
    private final double[] contrast;
    private final boolean[] first;
    private final Table calls;

    private Slots(Table calls) {
        this.calls = calls;
        this.reached = numbers("reached");
        this.predicted = new double[calls.rows()];
        this.rank = new int[calls.rows()];
        this.contrast = new double[calls.rows()];
        this.first = new boolean[calls.rows()];
    }

    static void measure(Path set) {
        if (Files.exists(set.resolve("truth_grid.csv.gz"))) {
            KnownSlots.measure(set);
            return;
        }
        Slots slots = new Slots(joined(
                new ReadCsv().read(set.resolve("calls_train.csv.gz")),
                new ReadCsv().read(set.resolve("customers.csv.gz"))));
        for (int fold = 0; fold < FOLDS; fold++) {
            slots.predict(fold);
        }
        slots.say(set);
    }

    private void predict(int fold) {
        Column who = calls.require("customer_id", "Slots");
        int[] own = IntStream.range(0, calls.rows())
                .filter(row -> Integer.parseInt(String.valueOf(who.text(row))) % FOLDS == fold)
                .toArray();
        TrainedModel model = MeasureQuality.train(
                "reach",
                "task: reachability\ntarget: reached\npositive: \"1\"",
                Parts.pick(calls, row -> Integer.parseInt(String.valueOf(who.text(row))) % FOLDS != fold));
        double[] answers = model.answers(withSlots(calls.pick(own)));
        double[] weekdays = numbers("weekday");
        double[] hours = numbers("hour");
        double[] attempts = numbers("attempt");
        for (int i = 0; i < own.length; i++) {
            int row = own[i];
            predicted[row] = answers[i];
            first[row] = attempts[row] == 1;
            int slot = (int) (weekdays[row] * HOURS + hours[row]) - FIRST;
            double mean = 0;
            for (int other = 0; other < SLOTS; other++) {
                double chance = answers[own.length + i * SLOTS + other];
                mean += logOdds(chance) / SLOTS;
                rank[row] += chance > answers[own.length + i * SLOTS + slot] + 1e-12 ? 1 : 0;
            }
            contrast[row] = logOdds(answers[own.length + i * SLOTS + slot]) - mean;
        }
    }

    private void say(Path set) {
        int[] firsts =
                IntStream.range(0, reached.length).filter(row -> first[row]).toArray();
        double usual = mean(firsts);
        List<String> figures = new ArrayList<>(List.of(
                "calls " + reached.length,
                figure("log loss", Evaluate.logLoss(predicted, reached)),
                figure("AUC", Evaluate.auc(predicted, reached)),
                figure(
                        "AUC of a slot among the customer's, first attempts",
                        Evaluate.auc(
                                IntStream.of(firsts)
                                        .mapToDouble(row -> contrast[row])
                                        .toArray(),
                                IntStream.of(firsts)
                                        .mapToDouble(row -> reached[row])
                                        .toArray()))));
        for (int best : BEST) {
            int[] good = IntStream.of(firsts).filter(row -> rank[row] < best).toArray();
            figures.add(figure("reached more in the best " + best + " of " + SLOTS, mean(good) - usual) + " ("
                    + good.length + " calls)");
        }
        MeasureQuality.say(set.getFileName().toString(), FOLDS + " folds of customers", figures);
    }

    private double mean(int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> reached[row]).average().orElse(0);
    }

    private double[] numbers(String column) {
        Column cells = calls.require(column, "Slots");
        return IntStream.range(0, calls.rows())
                .mapToDouble(row -> cells.number(row, NumberForm.PLAIN))
                .toArray();
    }

    private static double logOdds(double chance) {
        return Math.log(chance / (1 - chance));
    }

    /** The calls, and after them every slot of the week for each call, without a result. */
    private static Table withSlots(Table calls) {
        int rows = calls.rows();
        List<Column> columns = new ArrayList<>();
        for (Column column : calls.columns()) {
            @Nullable String[] cells = new @Nullable String[rows * (1 + SLOTS)];
            for (int row = 0; row < rows; row++) {
                cells[row] = column.text(row);
                for (int slot = 0; slot < SLOTS; slot++) {
                    cells[rows + row * SLOTS + slot] = switch (column.name()) {
                        case "weekday" -> Integer.toString(slot / HOURS);
                        case "hour" -> Integer.toString(FIRST + slot % HOURS);
                        case "reached" -> null;
                        default -> column.text(row);
                    };
                }
            }
            columns.add(new Column.Texts(column.name(), cells));
        }
        return new Table(columns, rows * (1 + SLOTS));
    }

    static Table joined(Table calls, Table customers) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < customers.rows(); row++) {
            rows.put(
                    String.valueOf(customers.require("customer_id", "Customers").text(row)), row);
        }
        Column who = calls.require("customer_id", "Calls");
        List<Column> columns = new ArrayList<>(calls.columns());
        for (Column column : customers.columns()) {
            if (!column.name().equals("customer_id")) {
                columns.add(new Column.Texts(
                        column.name(),
                        IntStream.range(0, calls.rows())
                                .mapToObj(row -> rows.get(String.valueOf(who.text(row))))
                                .map(row -> row == null ? null : column.text(row))
                                .toArray(String[]::new)));
            }
        }
        return new Table(columns, calls.rows());
    }
}
