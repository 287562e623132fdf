package org.lotse.api.price;

import java.time.Instant;
import java.util.Map;

/** Port: what planners say one unit more of a capacity would be worth to the plan in force. */
@FunctionalInterface
public interface PlannedAmounts {
    /** Amounts by capacity, in the accounting currency; only of plans that are about now or still to come. */
    Map<String, Double> on(Instant at);
}
