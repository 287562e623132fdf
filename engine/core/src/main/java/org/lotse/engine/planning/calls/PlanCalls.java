package org.lotse.engine.planning.calls;

import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;

/** Makes the call list of a team. */
public interface PlanCalls {
    /**
     * Plans the calls; each customer is called at most once.
     *
     * @throws org.lotse.engine.planning.UnsoundProblem naming every flaw of the problem
     */
    CallPlan plan(CallProblem problem, Limits limits, Watch<CallPlan> watch);
}
