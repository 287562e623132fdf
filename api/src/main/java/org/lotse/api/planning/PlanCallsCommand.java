package org.lotse.api.planning;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.KeepCallLaw;
import org.lotse.engine.planning.calls.solver.FlowPlanCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--hours",
            paramLabel = "FILE",
            description = "Calling hours of countries, before the shipped ones: a table of the same form.")
    private @Nullable Path hours;

    @Option(
            names = "--school-holidays",
            paramLabel = "FILE",
            description = "School holidays: a table of regions, spans and how many are still reached.")
    private @Nullable Path school;

    private final PlanningJson json = new PlanningJson();

    @Override
    public Integer call() {
        KeepCallLaw.Lawful lawful = new KeepCallLaw(
                        hours == null ? CallLaws.shipped() : CallLaws.with(hours), new JollydayHolidays())
                .keep((school == null ? SchoolHolidays.NONE : SchoolHolidays.read(school))
                        .keep(search.read(json::calls)));
        CallProblem problem = lawful.problem();
        CallPlan plan = lawful.complete(new FlowPlanCalls().plan(problem, search.limits(), Watch.none()));
        result.write(
                out -> out.write(json.json(plan, problem, search.language()).toString() + "\n"));
        return plan.feasible() ? ExitCode.OK : ExitCode.NEGATIVE;
    }
}
