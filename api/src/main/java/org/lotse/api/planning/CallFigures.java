package org.lotse.api.planning;

import java.util.HashMap;
import java.util.Map;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.Candidate;
import tools.jackson.databind.node.ObjectNode;

/** Adds to each call what its expectation is made of, and how the chosen hour compares with the customer's others. */
final class CallFigures {
    private CallFigures() {}

    static ObjectNode add(ObjectNode written, CallPlan plan, CallProblem problem) {
        Map<String, Candidate> candidates = new HashMap<>();
        problem.candidates().forEach(candidate -> candidates.put(candidate.customerId(), candidate));
        for (int at = 0; at < plan.calls().size(); at++) {
            CallPlan.Call call = plan.calls().get(at);
            Candidate candidate = candidates.get(call.customerId());
            if (candidate != null) {
                double mean = candidate.reachability().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
                ((ObjectNode) written.get("calls").get(at))
                        .put("reached", candidate.reachability().getOrDefault(call.slot(), 0.0))
                        .put("reachedOnAverage", mean)
                        .put("closing", candidate.closing())
                        .put("value", candidate.value());
            }
        }
        return written;
    }
}
