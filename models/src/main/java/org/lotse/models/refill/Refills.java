package org.lotse.models.refill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Value;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Observation;

/** Which events of the stored history are purchases, and what they say. */
public final class Refills {
    /** The columns of a table made from the stored history. */
    public static final String CUSTOMER = "customer";

    public static final String PRODUCT = "product";
    public static final String MOMENT = "moment";
    public static final String QUANTITY = "quantity";
    private static final double MILLIS = 86_400_000;

    private final List<Observation.Anchor> anchors;
    private final String product;
    private final String quantity;

    /** As a definition says: {@code observe: {at: purchase}}, {@code product:} and {@code quantity:} name data fields. */
    public Refills(ModelDefinition definition) {
        this.anchors = definition.observation() instanceof Observation.At(List<Observation.Anchor> said)
                ? said
                : List.of(new Observation.Anchor("purchase", Map.of(), Map.of()));
        this.product = definition.roles().getOrDefault(PRODUCT, PRODUCT);
        this.quantity = definition.roles().getOrDefault(QUANTITY, QUANTITY);
    }

    /** Days since 1970. */
    public static double days(Instant time) {
        return Math.floor(time.toEpochMilli() / MILLIS);
    }

    /** What was bought; empty where the event is no purchase or does not say. */
    public Optional<String> product(Event event) {
        boolean purchase = anchors.stream().anyMatch(anchor -> matches(anchor, event));
        return purchase ? Optional.ofNullable(event.data().get(product)).map(Value::toString) : Optional.empty();
    }

    /** How much of it, 1 where the event does not say. */
    public double quantity(Event event) {
        return event.data().get(quantity) instanceof Value.Num(double number) ? number : 1;
    }

    /** The purchases among events up to a moment. */
    public Supplies of(String customer, Iterable<Event> events, Instant at) {
        Supplies own = new Supplies();
        for (Event event : events) {
            if (!event.time().isAfter(at)) {
                product(event)
                        .ifPresent(what ->
                                own.add(new Supplies.Key(customer, what), (long) days(event.time()), quantity(event)));
            }
        }
        return own;
    }

    private static boolean matches(Observation.Anchor anchor, Event event) {
        return anchor.event().equals(event.type())
                && anchor.where().entrySet().stream().allMatch(field -> has(event, field))
                && anchor.unless().entrySet().stream().noneMatch(field -> has(event, field));
    }

    private static boolean has(Event event, Map.Entry<String, String> field) {
        Value value = event.data().get(field.getKey());
        return value != null && value.toString().equalsIgnoreCase(field.getValue());
    }
}
