package org.lotse.models.registry;

import java.util.stream.IntStream;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.reach.ReachModel;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.signal.Table;

/** Reachability of a table of calls or of slots: each row with the subject's calls of earlier days. */
final class PredictReach {
    private final TrainedModel model;
    private final ReachModel reach;

    PredictReach(TrainedModel model, ReachModel reach) {
        this.model = model;
        this.reach = reach;
    }

    double[] predict(Table table) {
        Table prepared = reach.prepared(table);
        double[][] codes = model.signals().code(prepared);
        Scorer kinds = model.member(Member.WHOLE).scorer();
        double[] margins = IntStream.range(0, codes.length)
                .mapToDouble(row -> kinds.margin(codes[row]))
                .toArray();
        double[] results = table.column(model.definition().targetColumn()).isEmpty()
                ? new double[0]
                : Targets.of(table, model.definition(), model.classes()).values();
        return reach.predict(table, margins, results);
    }

    Evaluation evaluate(Table table) {
        double[] predicted = predict(table);
        double[] targets =
                Targets.of(table, model.definition(), model.classes()).values();
        int[] known = IntStream.range(0, targets.length)
                .filter(row -> !Double.isNaN(targets[row]))
                .toArray();
        return Evaluate.probabilities(
                IntStream.of(known).mapToDouble(row -> predicted[row]).toArray(),
                IntStream.of(known).mapToDouble(row -> targets[row]).toArray(),
                model.definition().seed());
    }
}
