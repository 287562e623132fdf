package org.lotse.engine.planning.routes;

import org.jspecify.annotations.Nullable;

/**
 * What counts as cost.
 *
 * @param perRep for each shift in which a rep drives at all, beside the rep's own fixed cost
 * @param perMinute for each minute of travel
 * @param perKilometre for each kilometre of travel
 * @param perUnplanned for each visit left out that has no value of its own, times its priority; null: none may be left out
 */
public record Objective(
        double perRep,
        double perMinute,
        double perKilometre,
        @Nullable Double perUnplanned) {}
