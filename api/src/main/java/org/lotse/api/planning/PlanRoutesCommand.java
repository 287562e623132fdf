package org.lotse.api.planning;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.roads.KnownTables;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.solver.OptaPlannerRoutes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotse plan routes PROBLEM}: routes for reps or vehicles. */
@Command(
        name = "routes",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the routes of reps or vehicles.",
            "Exit code 0, or 1 when a visit that must not be left out had to be."
        })
final class PlanRoutesCommand implements Callable<Integer> {
    @Mixin
    private Search search = new Search();

    @Mixin
    private Result result = new Result();

    @Option(
            names = "--postal-codes",
            paramLabel = "FILE",
            defaultValue = "",
            description = "CSV with country, postal_code, lat and lon, for places given by postal code.")
    private String postalCodes = "";

    @Option(
            names = "--roads",
            paramLabel = "FILE",
            defaultValue = "",
            description =
                    "An OpenStreetMap extract (.osm.pbf, .osm.gz) for problems that travel on roads; its network is"
                            + " kept in .lotse.")
    private String roads = "";

    @Override
    public Integer call() {
        PlanningJson json = new PlanningJson(Geography.of(postalCodes, roads, Path.of(".lotse"), KnownTables.none()));
        RouteInput input = search.read(json::routes);
        RoutePlan plan = new OptaPlannerRoutes().plan(input.problem(), search.limits(), Watch.none());
        result.write(out ->
                out.write(json.json(plan, input.times(), search.language()).toString() + "\n"));
        return plan.feasible() ? ExitCode.OK : ExitCode.NEGATIVE;
    }
}
