package org.lotse.api.planning;

import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.solver.FlowPlanCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lotse plan calls PROBLEM}: the best call list of a team. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = {"Makes the call list of a team.", "Exit code 0, or 1 when a promised call-back cannot be kept."})
final class PlanCallsCommand implements Callable<Integer> {
    @Mixin
    private Search search = new Search();

    @Mixin
    private Result result = new Result();

    private final PlanningJson json = new PlanningJson();

    @Override
    public Integer call() {
        CallProblem problem = search.read(json::calls);
        CallPlan plan = new FlowPlanCalls().plan(problem, search.limits(), Watch.none());
        result.write(
                out -> out.write(json.json(plan, problem, search.language()).toString() + "\n"));
        return plan.feasible() ? ExitCode.OK : ExitCode.NEGATIVE;
    }
}
