package org.lotse.engine.planning.routes;

import org.jspecify.annotations.Nullable;

/**
 * What a plan comes to, to compare it with another.
 *
 * @param cost in the objective's unit, visits left out included
 * @param kilometres null when they are not known
 * @param visits how many are planned
 * @param unplanned how many are left out
 */
public record RouteFigures(
        double cost, double travelMinutes, @Nullable Double kilometres, int visits, int unplanned) {}
