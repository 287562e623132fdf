package org.lotse.models.quality;

import static org.lotse.models.quality.MeasureQuality.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.signal.ReadCsv;
import org.lotse.models.signal.Table;

/** How good models are that learn from few rows, measured on all others. */
final class FewRows {
    private static final int[] SIZES = {100, 300, 1_000, 3_000};

    private final int times;

    FewRows(int times) {
        this.times = times;
    }

    void measure(Path set, String definition) {
        Table all = new ReadCsv().read(set.resolve("train.csv.gz"));
        List<String> figures = new ArrayList<>();
        for (int size : SIZES) {
            double auc = 0;
            double loss = 0;
            for (int time = 0; time < times; time++) {
                int[] order = shuffled(all.rows(), time);
                Table learned = all.pick(Arrays.copyOf(order, size));
                Table others = all.pick(Arrays.copyOfRange(order, size, order.length));
                Evaluation.Probabilities on =
                        (Evaluation.Probabilities) MeasureQuality.train("few", "task: binary\n" + definition, learned)
                                .evaluate(others);
                auc += on.auc().value() / times;
                loss += on.logLoss() / times;
            }
            figures.add(size + " rows: " + figure("AUC", auc) + ", " + figure("log loss", loss));
        }
        MeasureQuality.say(String.valueOf(set.getFileName()), times + " draws of few rows", figures);
    }

    private static int[] shuffled(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
