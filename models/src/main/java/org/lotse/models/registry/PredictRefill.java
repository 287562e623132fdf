package org.lotse.models.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.refill.LearnRefill;
import org.lotse.models.refill.RefillModel;
import org.lotse.models.refill.Supplies;
import org.lotse.models.signal.Table;

/** What customers of a table of purchases need again, as known on the table's last day. */
final class PredictRefill {
    private static final List<String> HEADINGS = List.of("interval", "low", "high", "dueIn", "intervals");

    private final TrainedModel model;
    private final RefillModel refill;

    PredictRefill(TrainedModel model, RefillModel refill) {
        this.model = model;
        this.refill = refill;
    }

    /** One row per customer and product that is still expected, the next due first. */
    PredictionTable predict(Table table) {
        Supplies all = new Supplies(table, refill.columns());
        Map<String, Supplies> customers = new LinkedHashMap<>(all.byCustomer());
        List<PredictionTable.Row> rows = new ArrayList<>();
        customers.forEach((customer, own) -> refill.due(own, all.last())
                .forEach(due -> rows.add(new PredictionTable.Row(
                        customer,
                        List.of(due.product()),
                        List.of(due.interval(), due.low(), due.high(), due.in(all.last()), (double)
                                due.intervals())))));
        return new PredictionTable(
                refill.columns().customer(), List.of(refill.columns().product()), HEADINGS, rows);
    }

    /** Every interval of the table as expected on the day it began, against the days that passed. */
    Evaluation evaluate(Table table) {
        return LearnRefill.judged(model.definition(), refill, new Supplies(table, refill.columns()));
    }
}
