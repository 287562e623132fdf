package org.lotse.models.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectType;
import org.lotse.models.TrainingData;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.refill.Refills;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;

/** Builds a table of purchases from the stored history: one row per event a replenishment observes. */
final class ObservePurchases {
    private ObservePurchases() {}

    static TrainingData observe(ModelDefinition definition, History history, SubjectType subject) {
        Refills refills = new Refills(definition);
        List<String> customers = new ArrayList<>();
        List<String> products = new ArrayList<>();
        List<Double> days = new ArrayList<>();
        List<Double> quantities = new ArrayList<>();
        history.forEach(subject, story -> {
            for (Event event : story.events()) {
                refills.product(event).ifPresent(product -> {
                    customers.add(story.id().id());
                    products.add(product);
                    days.add(Refills.days(event.time()));
                    quantities.add(refills.quantity(event));
                });
            }
        });
        if (customers.isEmpty()) {
            throw new ModelProblem(
                    "The history holds no purchases " + definition.name() + " could observe up to " + history.until()
                            + ". Maybe observe: {at: purchase} names another event, or product: another field.");
        }
        return new TrainingData(
                new Table(
                        List.of(
                                new Column.Texts(Refills.CUSTOMER, customers.toArray(String[]::new)),
                                new Column.Texts(Refills.PRODUCT, products.toArray(String[]::new)),
                                new Column.Numbers(Refills.MOMENT, numbers(days)),
                                new Column.Numbers(Refills.QUANTITY, numbers(quantities))),
                        customers.size()),
                IntStream.range(0, customers.size()).toArray(),
                "the history up to " + history.until(),
                List.of());
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
