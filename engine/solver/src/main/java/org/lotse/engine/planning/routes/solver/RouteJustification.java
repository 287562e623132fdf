package org.lotse.engine.planning.routes.solver;

import java.util.List;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintJustification;

/** What a rule has found, in the names of the problem. */
public sealed interface RouteJustification extends ConstraintJustification {
    /** What it costs, or how far the rule is broken. */
    HardMediumSoftLongScore impact();

    /**
     * About one route.
     *
     * @param shift number of the rep's shift, from 0
     * @param visits in order
     */
    record OfRoute(String rep, int shift, List<String> visits, HardMediumSoftLongScore impact)
            implements RouteJustification {
        static OfRoute of(Tour tour, HardMediumSoftLongScore impact) {
            Van van = tour.model.van[tour.van];
            return new OfRoute(van.rep().id(), van.shift(), tour.ids(), impact);
        }
    }

    /** About the visits left out. */
    record OfLeftOut(List<String> visits, HardMediumSoftLongScore impact) implements RouteJustification {}

    /** About two routes that do not go together: a group is torn apart, or a series follows too soon. */
    record OfTwoRoutes(OfRoute one, OfRoute other, HardMediumSoftLongScore impact) implements RouteJustification {
        static OfTwoRoutes of(Tour one, Tour other, HardMediumSoftLongScore impact) {
            return new OfTwoRoutes(OfRoute.of(one, impact), OfRoute.of(other, impact), impact);
        }
    }

    /** About visits of a rep that come before, or without, those they have to follow. */
    record OfOrder(String rep, List<String> visits, HardMediumSoftLongScore impact) implements RouteJustification {}

    /** About what one rep does in all shifts. */
    record OfRep(String rep, double minutesOfService, HardMediumSoftLongScore impact) implements RouteJustification {}
}
