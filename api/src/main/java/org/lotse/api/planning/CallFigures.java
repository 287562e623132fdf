package org.lotse.api.planning;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
        Times times = new Times(problem.zone(), null);
        for (int at = 0; at < plan.calls().size(); at++) {
            CallPlan.Call call = plan.calls().get(at);
            Candidate candidate = candidates.get(call.customerId());
            if (candidate != null) {
                double mean = candidate.reachability().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
                ObjectNode node = (ObjectNode) written.get("calls").get(at);
                node.put("slotAt", call.slot().toString())
                        .put("reached", candidate.reachability().getOrDefault(call.slot(), 0.0))
                        .put("reachedOnAverage", mean)
                        .put("closing", candidate.closing())
                        .put("value", candidate.value())
                        .put("promised", candidate.promised() != null);
                next(candidate, call.slot())
                        .ifPresent(next -> node.putObject("nextBest")
                                .put("slot", times.written(next.getKey()))
                                .put("reached", next.getValue()));
            }
        }
        return written;
    }

    /** The later slot in which the customer answers most likely. */
    private static Optional<Map.Entry<Instant, Double>> next(Candidate candidate, Instant after) {
        return candidate.reachability().entrySet().stream()
                .filter(open -> open.getKey().isAfter(after) && open.getValue() > 0)
                .max(Map.Entry.<Instant, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
    }
}
