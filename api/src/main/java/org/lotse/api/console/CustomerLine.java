package org.lotse.api.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lotse.api.planning.DayRoute;

/**
 * A customer as a list names one.
 *
 * @param id the customer's id
 * @param name empty when not delivered
 * @param town empty when not delivered
 * @param phone empty when not delivered
 */
record CustomerLine(String id, String name, String town, String phone) {
    /** What to call the customer. */
    String called() {
        return name.isEmpty() ? id : name;
    }

    /** What the customers of routes are called, by visit. */
    static Map<String, String> byVisit(List<DayRoute> routes, Map<String, CustomerLine> known) {
        Map<String, String> called = new HashMap<>();
        for (DayRoute route : routes) {
            route.stops().forEach(stop -> called.put(stop.visit(), called(stop.customerId(), known)));
            route.unplanned().forEach(left -> called.put(left.visit(), called(left.customerId(), known)));
        }
        return called;
    }

    private static String called(String id, Map<String, CustomerLine> known) {
        CustomerLine customer = known.get(id);
        return customer == null ? id : customer.called();
    }
}
