package org.lotse.api.planning;

import java.nio.file.Path;
import org.lotse.engine.planning.calls.PlanCalls;
import org.lotse.engine.planning.calls.solver.FlowPlanCalls;
import org.lotse.engine.planning.routes.PlanRoutes;
import org.lotse.engine.planning.routes.solver.OptaPlannerRoutes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The solvers behind their ports, and the form of problems and plans. */
@Configuration(proxyBeanMethods = false)
class PlanningWiring {
    @Bean
    PlanCalls planCalls() {
        return new FlowPlanCalls();
    }

    @Bean
    PlanRoutes planRoutes() {
        return new OptaPlannerRoutes();
    }

    @Bean
    Geography geography(
            @Value("${lotse.planning.postal-codes:}") String postalCodes,
            @Value("${lotse.planning.roads:}") String roads,
            @Value("${lotse.data:.lotse}") Path data,
            JdbcTravelTables tables) {
        return Geography.of(postalCodes, roads, data, tables);
    }

    @Bean
    RouteProblemJson routeProblemJson(Geography geography) {
        return new RouteProblemJson(geography);
    }

    @Bean
    PlanningJson planningJson(Geography geography) {
        return new PlanningJson(geography);
    }
}
