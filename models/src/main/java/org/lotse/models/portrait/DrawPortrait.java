package org.lotse.models.portrait;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lotse.models.TrainingData;
import org.lotse.models.definition.Task;
import org.lotse.models.registry.Targets;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Table;

/**
 * Draws what a model learned. The answer along an input is the mean answer over a sample of rows that all get one and the
 * same value of it (partial dependence): it holds for any learner, blends included.
 */
public final class DrawPortrait {
    private static final int SAMPLE = 256;

    private final TrainedModel model;
    private final ZoneId zone;

    /**
     * @param model trained from the rows shown
     * @param zone in which months are counted
     */
    public DrawPortrait(TrainedModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
    }

    /**
     * The portrait over the rows a model was trained from; one without inputs for models of texts, purchases and several
     * classes, which have no single answer per row.
     *
     * @param data what it learned from
     * @param today rows of today's population, one per subject; empty when it was not surveyed
     */
    public Portrait draw(TrainingData data, Optional<Table> today) {
        Task task = model.definition().task();
        if (task == Task.TEXT || task == Task.CLV || task == Task.MULTICLASS) {
            return new Portrait(data.table().rows(), subjects(data).length, 0, 0, List.of(), List.of());
        }
        double[][] rows = model.coded(data.table());
        int[] subjects = subjects(data);
        double[][] population =
                today.filter(this::hasAllSignals).map(model::coded).orElse(new double[0][]);
        double[][] sample = sample(rows);
        double average = mean(sample);
        List<Portrait.Input> inputs = new ArrayList<>();
        for (int signal = 0; signal < model.signals().signals().size(); signal++) {
            inputs.add(input(signal, rows, subjects, population, sample, average));
        }
        inputs.sort(Comparator.comparingDouble((Portrait.Input one) -> -one.importance()));
        return new Portrait(rows.length, subjects.length, population.length, average, inputs, months(data));
    }

    private boolean hasAllSignals(Table table) {
        return model.signals().names().allMatch(name -> table.column(name).isPresent());
    }

    private List<Portrait.Month> months(TrainingData data) {
        if (data.times().length == 0) {
            return List.of();
        }
        double[] outcomes = Targets.of(data.table(), model.definition()).values();
        return Months.of(data.times(), outcomes, zone);
    }

    private Portrait.Input input(
            int signal, double[][] rows, int[] subjects, double[][] population, double[][] sample, double average) {
        Signal one = model.signals().signals().get(signal);
        long[] learned = new long[one.slots()];
        long[] surveyed = new long[one.slots()];
        double[] sums = new double[one.slots()];
        for (int row : subjects) {
            int slot = model.signals().slot(signal, rows[row]);
            learned[slot]++;
            sums[slot] += rows[row][signal];
        }
        for (double[] row : population) {
            surveyed[model.signals().slot(signal, row)]++;
        }
        List<Portrait.Slot> slots = new ArrayList<>();
        long rest = 0;
        long restSurveyed = 0;
        double squares = 0;
        for (int slot = 0; slot < learned.length; slot++) {
            if (learned[slot] < Portrait.SMALLEST_GROUP) {
                rest += learned[slot];
                restSurveyed += surveyed[slot];
                continue;
            }
            double answer = answerWith(signal, code(one, slot, sums[slot] / learned[slot]), sample);
            double effect = answer - average;
            squares += learned[slot] * effect * effect;
            slots.add(shown(one, slot, learned[slot], surveyed[slot], answer, effect));
        }
        return new Portrait.Input(
                one.name(),
                one instanceof Signal.Numeric numeric
                        ? numeric.form().isDate() ? Portrait.Kind.DATE : Portrait.Kind.NUMBER
                        : Portrait.Kind.CATEGORY,
                subjects.length == 0 ? 0 : Math.sqrt(squares / subjects.length),
                slots,
                rest,
                restSurveyed);
    }

    /** The code of a row in a slot: the mean number of those in it, or the category itself. */
    private static double code(Signal signal, int slot, double mean) {
        return signal instanceof Signal.Numeric numeric ? slot == numeric.cuts().length + 1 ? Double.NaN : mean : slot;
    }

    private static Portrait.Slot shown(
            Signal signal, int slot, long subjects, long surveyed, double answer, double effect) {
        return switch (signal) {
            case Signal.Numeric numeric -> {
                double[] cuts = numeric.cuts();
                boolean missing = slot == cuts.length + 1;
                yield new Portrait.Slot(
                        missing ? Portrait.What.MISSING : Portrait.What.RANGE,
                        Optional.empty(),
                        missing || slot == 0 ? Optional.empty() : Optional.of(cuts[slot - 1]),
                        missing || slot == cuts.length ? Optional.empty() : Optional.of(cuts[slot]),
                        subjects,
                        surveyed,
                        answer,
                        effect);
            }
            case Signal.Category category -> {
                int values = category.values().size();
                yield new Portrait.Slot(
                        slot < values
                                ? Portrait.What.VALUE
                                : slot == values ? Portrait.What.RARE : Portrait.What.MISSING,
                        slot < values ? Optional.of(category.values().get(slot)) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        subjects,
                        surveyed,
                        answer,
                        effect);
            }
        };
    }

    private double answerWith(int signal, double code, double[][] sample) {
        double[][] changed = new double[sample.length][];
        for (int row = 0; row < changed.length; row++) {
            changed[row] = sample[row].clone();
            changed[row][signal] = code;
        }
        return mean(changed);
    }

    private double mean(double[][] sample) {
        return Arrays.stream(model.answers(sample)).average().orElse(0);
    }

    /** Evenly spaced rows. */
    private static double[][] sample(double[][] rows) {
        int taken = Math.min(SAMPLE, rows.length);
        return IntStream.range(0, taken)
                .mapToObj(i -> rows[(int) ((long) i * rows.length / taken)])
                .toArray(double[][]::new);
    }

    /** The last row of each subject. */
    private static int[] subjects(TrainingData data) {
        Map<Integer, Integer> last = new java.util.LinkedHashMap<>();
        int[] groups = data.groups();
        for (int row = 0; row < groups.length; row++) {
            last.put(groups[row], row);
        }
        return last.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
