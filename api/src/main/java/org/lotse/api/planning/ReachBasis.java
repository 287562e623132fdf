package org.lotse.api.planning;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Remembers of each candidate of a plan what its reachability was taken from, and what the decisions would offer, so that each
 * call can say it. Thread-safe.
 */
final class ReachBasis {
    private final Map<String, Basis> byCustomer = new ConcurrentHashMap<>();
    private final Map<String, String> offers = new ConcurrentHashMap<>();

    /** What a reachability was taken from. */
    sealed interface Basis {
        /**
         * A model.
         *
         * @param model name and version
         * @param ownCalls how many calls to the customer count in it
         */
        record Model(String model, int ownCalls) implements Basis {}

        /**
         * How many of all calls at that weekday and hour reached somebody, as no model is serving.
         *
         * @param calls how many calls there were
         */
        record Group(long calls) implements Basis {}

        /** Nothing is known yet: the rule that every hour is as good as another. */
        record Rule() implements Basis {}
    }

    void keep(String customer, Basis basis) {
        byCustomer.put(customer, basis);
    }

    /** What would be offered on the phone. */
    void offer(String customer, String action) {
        offers.put(customer, action);
    }

    /** Adds to each call of a plan what its reachability was taken from, and what is to be offered. */
    ObjectNode say(ObjectNode written) {
        for (JsonNode call : written.path("calls")) {
            String customer = call.path("customerId").asString("");
            String offer = offers.get(customer);
            if (offer != null && call instanceof ObjectNode node) {
                node.put("action", offer);
            }
            Basis basis = byCustomer.get(customer);
            if (basis != null && call instanceof ObjectNode node) {
                ObjectNode by = node.putObject("reachedBy");
                switch (basis) {
                    case Basis.Model(String model, int ownCalls) ->
                        by.put("basis", "MODEL").put("model", model).put("ownCalls", ownCalls);
                    case Basis.Group(long calls) -> by.put("basis", "GROUP").put("calls", calls);
                    case Basis.Rule() -> by.put("basis", "RULE");
                }
            }
        }
        return written;
    }
}
