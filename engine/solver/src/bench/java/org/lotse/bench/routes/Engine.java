package org.lotse.bench.routes;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A solver under measurement. Tours are the places in order, without the depot. */
interface Engine {
    /** Tours found in so much time, on at most two threads; {@code first} is to be run when the first feasible plan is there. */
    List<int[]> solve(Instance instance, double seconds, int seed, Runnable first);

    /** All that can be measured, by name. */
    static Map<String, Supplier<Engine>> known() {
        return Map.of(
                "lotse", LotseEngine::new,
                "jsprit", JspritEngine::new,
                "or-tools", OrToolsEngine::new,
                "timefold", TimefoldEngine::new);
    }
}
