package org.lotse.models.registry;

import java.util.ArrayList;
import java.util.List;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.signal.Table;
import org.lotse.models.value.Purchases;
import org.lotse.models.value.ValueModel;
import org.lotse.models.value.ValueOrder;

/** Customer values of a table of purchases. */
final class PredictValue {
    private static final List<String> HEADINGS = List.of("value", "low", "high", "purchases", "alive");

    private final TrainedModel model;
    private final ValueModel value;

    PredictValue(TrainedModel model, ValueModel value) {
        this.model = model;
        this.value = value;
    }

    /** One row per customer, as known on the table's last day. */
    PredictionTable predict(Table table) {
        Purchases purchases = new Purchases(table, value.columns());
        List<Purchases.Customer> customers = purchases.until(purchases.last());
        List<ValueModel.Prospect> prospects = prospects(customers, purchases.last());
        List<PredictionTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < prospects.size(); i++) {
            ValueModel.Prospect one = prospects.get(i);
            rows.add(new PredictionTable.Row(
                    customers.get(i).id(), List.of(one.value(), one.low(), one.high(), one.purchases(), one.alive())));
        }
        return new PredictionTable(value.columns().customer(), HEADINGS, rows);
    }

    private List<ValueModel.Prospect> prospects(List<Purchases.Customer> customers, long today) {
        double[][] codes = model.signals().code(value.signals(customers, today));
        List<ValueModel.Prospect> prospects = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            Purchases.Customer one = customers.get(i);
            double buys = model.member(Member.BUYS).answer(codes[i]);
            double factor = model.member(Member.SPENDS).answer(codes[i]);
            prospects.add(value.prospect(one, today, value.learned(one, today, buys, factor)));
        }
        return prospects;
    }

    /** Values as known one horizon before the table's last day, against what was spent since. */
    Evaluation evaluate(Table table) {
        Purchases purchases = new Purchases(table, value.columns());
        long cut = purchases.last() - value.horizonDays();
        List<Purchases.Customer> customers = purchases.until(cut);
        if (customers.isEmpty()) {
            throw new ModelProblem("Nobody of the table bought before the last " + value.horizonDays()
                    + " days, so that values of " + model.definition().name()
                    + " cannot be compared with what was spent. Maybe bring a longer table.");
        }
        double[][] happened = purchases.between(customers, cut, purchases.last());
        return ValueOrder.evaluate(
                value.horizonDays(), customers, cut, prospects(customers, cut), happened[0], happened[1]);
    }
}
