package org.lotse.models.adaptive;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lotse.models.TrainModel;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Task;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.registry.Targets;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

/**
 * Plays a table through in its own order, as if the model had served: each row is predicted, then its outcome known to the
 * layer; after a block of rows the model is trained anew. Shows what shuffled folds hide, where the world changes.
 */
public final class Rehearse {
    /** So many earlier outcomes are counted anew for a newer version; older ones count next to nothing. */
    private static final int COUNTED = 5_000;

    private final ModelDefinition definition;
    private final Clock clock;

    public Rehearse(ModelDefinition definition, Clock clock) {
        this.definition = definition;
        this.clock = clock;
    }

    /**
     * How it is played.
     *
     * @param start rows that are only learned from
     * @param block after how many rows the model is trained anew
     * @param past how many of the last rows the model is trained on; all where that is more than there are
     */
    public record Settings(int start, int block, int past) {}

    /**
     * One way to predict, measured.
     *
     * @param aucInside mean over blocks of the area under the ROC curve: the order within what is decided together
     * @param auc over all blocks
     * @param logLoss natural logarithm
     * @param calibrationError over all blocks
     */
    public record Measured(String way, double aucInside, double auc, double logLoss, double calibrationError) {}

    /** Predicts all rows after the start, each before its outcome was known. */
    public List<Measured> rehearse(Table table, Settings settings, Progress progress) {
        if (definition.task() != Task.BINARY) {
            throw new ModelProblem(
                    "Only binary models can be rehearsed; " + definition.name() + " is " + definition.task() + ".");
        }
        double[] all = Targets.of(table, definition).values();
        int[] known = IntStream.range(0, all.length)
                .filter(row -> !Double.isNaN(all[row]))
                .toArray();
        if (known.length < settings.start() + settings.block()) {
            throw new ModelProblem("The table has " + known.length + " rows with a target; a rehearsal needs at least "
                    + (settings.start() + settings.block()) + ". Maybe make start or block smaller.");
        }
        Run run = new Run(
                table.pick(known),
                IntStream.of(known).mapToDouble(row -> all[row]).toArray(),
                settings);
        for (int from = settings.start(); from < known.length; from += settings.block()) {
            progress.step("predict from row " + from, (double) from / known.length);
            run.block(from, Math.min(known.length, from + settings.block()));
        }
        return run.measured();
    }

    private final class Run {
        private final Table table;
        private final double[] happened;
        private final Settings settings;
        private final double[][] ways;
        private final List<int[]> blocks = new ArrayList<>();
        private TrainedModel model;
        private Layer layer;

        Run(Table table, double[] happened, Settings settings) {
            this.table = table;
            this.happened = happened;
            this.settings = settings;
            this.ways = new double[3][happened.length];
            this.model = trained(settings.start());
            this.layer = Layer.on(model.signals());
        }

        private TrainedModel trained(int until) {
            int[] rows =
                    IntStream.range(Math.max(0, until - settings.past()), until).toArray();
            return new TrainModel().train(definition, table.pick(rows), Progress.SILENT, clock);
        }

        void block(int from, int to) {
            int[] rows = IntStream.range(from, to).toArray();
            blocks.add(rows);
            double[] said = model.answers(table.pick(rows));
            double[][] codes = codes(rows);
            double rate = IntStream.range(Math.max(0, from - settings.block()), from)
                    .mapToDouble(row -> happened[row])
                    .average()
                    .orElse(0.5);
            for (int i = 0; i < rows.length; i++) {
                ways[0][from + i] = Math.clamp(rate, 1e-3, 1 - 1e-3);
                ways[1][from + i] = said[i];
                ways[2][from + i] = layer.answer(codes[i], said[i]);
                layer = layer.with(codes[i], said[i], happened[from + i] > 0.5);
            }
            if (to < happened.length) {
                model = trained(to);
                int[] recent = IntStream.range(Math.max(0, to - COUNTED), to).toArray();
                boolean[] outcomes = new boolean[recent.length];
                for (int i = 0; i < recent.length; i++) {
                    outcomes[i] = happened[recent[i]] > 0.5;
                }
                layer = layer.on(model.signals(), codes(recent), outcomes);
            }
        }

        private double[][] codes(int[] rows) {
            return model.coded(table.pick(rows));
        }

        List<Measured> measured() {
            return List.of(
                    measured("rate of the block before", ways[0]),
                    measured("trained every block", ways[1]),
                    measured("trained every block, with its layer", ways[2]));
        }

        private Measured measured(String way, double[] predicted) {
            double inside = 0;
            for (int[] rows : blocks) {
                inside += Evaluate.auc(pick(predicted, rows), pick(happened, rows)) / blocks.size();
            }
            int[] all = IntStream.range(settings.start(), happened.length).toArray();
            double[] p = pick(predicted, all);
            double[] y = pick(happened, all);
            return new Measured(
                    way,
                    inside,
                    Evaluate.auc(p, y),
                    Evaluate.logLoss(p, y),
                    Evaluate.probabilities(p, y, definition.seed()).calibrationError());
        }

        private static double[] pick(double[] values, int[] rows) {
            return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        }
    }
}
