package org.lotse.engine.planning.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;

/**
 * A plan that is being driven. Each change gives another one and leaves this one as it is; agreed appointments are never
 * moved. Thread-safe.
 */
public interface RoutesInForce {
    /** What is planned, with everything that has happened. */
    RouteProblem problem();

    /** Who drives where. */
    RoutePlan plan();

    /**
     * At once a plan in which this has happened.
     *
     * @throws org.lotse.engine.planning.UnsoundProblem when the change names what is not there, or an appointment does not
     *     fit
     */
    Revision after(RouteChange change);

    /**
     * Why this rep makes the visit, and why then; empty when it is not planned.
     *
     * @throws org.lotse.engine.planning.UnsoundProblem when there is no such visit
     */
    List<StopReason> why(String visit);

    /** The same situation, searched on. What has been promised stays; other changes have their price. */
    RoutesInForce improved(Limits limits, Watch<RoutePlan> watch);

    /**
     * The best times to offer a customer, the cheapest first.
     *
     * @param visit without an appointment
     * @param place where that is, or null when the problem knows it
     * @param notBefore no earlier minute is offered
     * @param most how many
     */
    List<Slot> slots(Visit visit, @Nullable Place place, double notBefore, int most);

    /**
     * A time to offer.
     *
     * @param from when the service would begin
     * @param to when it would end
     * @param extraMinutes on the road, were nothing else changed
     * @param extraCost what the plan costs more when the other visits have been rearranged around it
     */
    record Slot(String rep, int shift, double from, double to, double extraMinutes, double extraCost) {}

    /**
     * What a change has done.
     *
     * @param next the situation from now on
     * @param moved visits that have another rep, shift or begin than before, and those that fell out
     * @param extraCost what the plan costs more than before; negative when it costs less
     * @param broken visits that were agreed and, since this change, cannot be kept any more
     */
    record Revision(RoutesInForce next, List<Moved> moved, double extraCost, List<String> broken) {
        public Revision {
            moved = List.copyOf(moved);
            broken = List.copyOf(broken);
        }
    }

    /**
     * A visit that stands elsewhere than before.
     *
     * @param price what that is charged with
     */
    record Moved(String visit, RouteChange.Standing before, RouteChange.Standing after, double price) {}
}
