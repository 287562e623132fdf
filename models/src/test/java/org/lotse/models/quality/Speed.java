package org.lotse.models.quality;

import static org.lotse.models.quality.MeasureQuality.figure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.ReadCsv;
import org.lotse.models.signal.Table;

/** How long one row takes, from cells to the answer and its reasons, and how long training takes on two threads. */
final class Speed {
    private static final int ROWS = 2_000;
    private static final int WARM = 20;

    private Speed() {}

    static void measure(Path set, String definition) {
        Table all = new ReadCsv().read(set.resolve("train.csv.gz"));
        for (String trainer : List.of("linear", "auto")) {
            String text = "task: binary\n" + definition + "\ntrainer: " + trainer;
            MeasureQuality.train(
                    "speed", text, all.pick(IntStream.range(0, 3_000).toArray()));
            long before = processor();
            TrainedModel model = MeasureQuality.train("speed", text, all);
            double worked = (processor() - before) / 1e9;
            Table[] one = IntStream.range(0, ROWS)
                    .mapToObj(row -> all.pick(new int[] {row}))
                    .toArray(Table[]::new);
            double[][] coded = model.coded(all.pick(IntStream.range(0, ROWS).toArray()));
            MeasureQuality.say(
                    String.valueOf(set.getFileName()),
                    trainer + ", " + all.rows() + " rows, "
                            + model.signals().signals().size() + " signals",
                    List.of(
                            figure("training s", model.report().seconds()),
                            figure("of processor s", worked),
                            times("score", row -> model.answer(coded[row])),
                            times("cells to score", row -> model.answers(one[row])[0]),
                            times(
                                    "contributions",
                                    row -> model.reasons(coded[row])
                                            .orElseThrow()
                                            .margin())));
        }
    }

    /** Nanoseconds this process has worked so far, whatever else the machine does. */
    private static long processor() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : 0;
    }

    private static String times(String what, IntToDoubleFunction work) {
        double[] nanos = new double[ROWS];
        double sum = 0;
        for (int round = 0; round < WARM; round++) {
            for (int row = 0; row < ROWS; row++) {
                long before = System.nanoTime();
                sum += work.applyAsDouble(row);
                nanos[row] = System.nanoTime() - before;
            }
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%s p50 %.1f, p99 %.1f microseconds%s",
                what,
                nanos[ROWS / 2] / 1000,
                nanos[ROWS * 99 / 100] / 1000,
                Double.isNaN(sum) ? " (no number)" : "");
    }
}
