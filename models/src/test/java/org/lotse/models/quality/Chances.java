package org.lotse.models.quality;

import static org.lotse.models.quality.MeasureQuality.figure;

import java.nio.file.Path;
import java.util.List;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.LeftOut;

/** Probabilities of one outcome, and of the classes of a text. */
final class Chances {
    private final int times;

    Chances(int times) {
        this.times = times;
    }

    void measure(Path set, String key, String definition) {
        Parts.of(set, key, times).forEach(parts -> measure(set, parts, definition));
    }

    void measure(Path set, String key, String definition, String column, String pattern) {
        Parts.of(set, key, times).forEach(parts -> measure(set, parts.where(column, pattern), definition));
    }

    private void measure(Path set, Parts parts, String definition) {
        TrainedModel model = MeasureQuality.train("measured", "task: binary\n" + definition, parts.learned());
        Evaluation.Probabilities on = (Evaluation.Probabilities) model.evaluate(parts.measured());
        MeasureQuality.say(
                set.getFileName().toString(),
                parts.how(),
                List.of(
                        "rows " + parts.learned().rows() + "/" + on.rows(),
                        figure("AUC", on.auc().value()),
                        figure("log loss", on.logLoss()),
                        figure("base", on.baseLogLoss()),
                        figure("calibration error", on.calibrationError()),
                        figure("floor 95 %", on.calibrationFloor95()),
                        "signal " + model.report().hasSignal(),
                        figure("s", model.report().seconds()),
                        model.report().learner(),
                        "leaks "
                                + model.report().leftOut().stream()
                                        .filter(left -> left.why() == LeftOut.Why.LEAK)
                                        .map(LeftOut::name)
                                        .toList()));
    }

    void classes(Path set, String key, String definition) {
        for (Parts parts : Parts.of(set, key, times)) {
            TrainedModel model = MeasureQuality.train("measured", "task: text\n" + definition, parts.learned());
            Evaluation.Classes on = (Evaluation.Classes) model.evaluate(parts.measured());
            MeasureQuality.say(
                    set.getFileName().toString(),
                    parts.how(),
                    List.of(
                            figure("accuracy", on.accuracy().value()),
                            figure("macro F1", on.macroF1().value()),
                            figure("log loss", on.logLoss()),
                            figure("calibration error", on.calibrationError()),
                            figure("s", model.report().seconds()),
                            model.report().learner()));
        }
    }
}
