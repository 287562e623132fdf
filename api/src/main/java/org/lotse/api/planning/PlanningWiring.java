package org.lotse.api.planning;

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
    PlanningJson planningJson(@Value("${lotse.planning.postal-codes:}") String postalCodes) {
        return new PlanningJson(PostalCodes.read(postalCodes));
    }
}
