package org.lotse.models;

import java.util.ArrayList;
import java.util.List;
import org.lotse.models.registry.TrainingReport;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;

/** Describes the inputs of a model for its report. */
final class Inputs {
    private Inputs() {}

    static List<TrainingReport.Input> of(Signals signals) {
        List<TrainingReport.Input> inputs = new ArrayList<>();
        for (int input = 0; input < signals.inputs(); input++) {
            inputs.add(new TrainingReport.Input(signals.name(input), kind(signals, input), signals.slots(input)));
        }
        return inputs;
    }

    private static TrainingReport.Kind kind(Signals signals, int input) {
        if (input >= signals.signals().size()) {
            return TrainingReport.Kind.CROSS;
        }
        return switch (signals.signals().get(input)) {
            case Signal.Category ignored -> TrainingReport.Kind.CATEGORY;
            case Signal.Numeric numeric ->
                numeric.form().isDate() ? TrainingReport.Kind.DATE : TrainingReport.Kind.NUMBER;
        };
    }

    static String hash(String text) {
        return new Table(List.of(new Column.Texts("definition", new String[] {text})), 1).hash();
    }
}
