package org.lotse.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Trainer;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.TrainingReport;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Learn;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;

/**
 * Learns a scorer of its own for each action and each pair of action and channel with enough outcomes, and keeps it where
 * it is better out of fold than the model as a whole is on the same rows.
 */
final class LearnPairs {
    /** The column of the action and of the channel. */
    static final String ACTION = "action";

    static final String CHANNEL = "channel";
    private static final int ENOUGH_RARE = 50;

    private final ModelDefinition definition;
    private final Rows rows;
    private final double[] wholeOutOfFold;
    private final Map<String, List<Integer>> parts = new TreeMap<>();

    LearnPairs(ModelDefinition definition, Table table, Rows rows, double[] wholeOutOfFold) {
        this.definition = definition;
        this.rows = rows;
        this.wholeOutOfFold = wholeOutOfFold;
        Column action = table.require(ACTION, "One model per pair (" + definition.name() + ")");
        Column channel = table.require(CHANNEL, "One model per pair (" + definition.name() + ")");
        for (int row = 0; row < table.rows(); row++) {
            String key = action.text(row);
            if (key != null) {
                add(key, row);
                if (channel.text(row) != null) {
                    add(key + "/" + channel.text(row), row);
                }
            }
        }
    }

    void learn(Map<String, Member> members, List<TrainingReport.MemberReport> reports, Progress progress) {
        Learn learn = new Learn(Trainer.LINEAR, definition.calibration(), definition.folds(), definition.seed());
        int done = 0;
        for (Map.Entry<String, List<Integer>> part : parts.entrySet()) {
            int[] picked = part.getValue().stream().mapToInt(Integer::intValue).toArray();
            Rows own = rows.pick(picked);
            if (own.rarer() >= ENOUGH_RARE && own.size() < rows.size()) {
                Learned learned = learn.probabilities(
                        own, progress.part((double) done / parts.size(), (done + 1.0) / parts.size()));
                double loss = Evaluate.logLoss(learned.outOfFold(), own.targets());
                double wholeLoss = Evaluate.logLoss(
                        IntStream.of(picked)
                                .mapToDouble(row -> wholeOutOfFold[row])
                                .toArray(),
                        own.targets());
                reports.add(new TrainingReport.MemberReport(part.getKey(), own.size(), loss, wholeLoss));
                if (learned.hasSignal() && loss < wholeLoss) {
                    members.put(part.getKey(), TrainModel.member(learned, own.size()));
                }
            }
            done++;
        }
    }

    private void add(String key, int row) {
        parts.computeIfAbsent(key, some -> new ArrayList<>()).add(row);
    }
}
