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
            for (DayRoute.Stop stop : route.stops()) {
                CustomerLine customer = known.get(stop.customerId());
                called.put(stop.visit(), customer == null ? stop.customerId() : customer.called());
            }
        }
        return called;
    }
}
