package org.lotse.engine.planning.routes;

import org.jspecify.annotations.Nullable;

/**
 * What counts as cost.
 *
 * @param perRep for each shift in which a rep drives at all, beside the rep's own fixed cost
 * @param perMinute for each minute of travel
 * @param perKilometre for each kilometre of travel
 * @param perUnplanned for each visit left out that has no value of its own, times its priority; null: none may be left out
 * @param perOvertimeMinute for each minute a rep is back later than the shift ends
 * @param perOtherRep for each visit made by another rep than the one preferred
 */
public record Objective(
        double perRep,
        double perMinute,
        double perKilometre,
        @Nullable Double perUnplanned,
        double perOvertimeMinute,
        double perOtherRep) {
    /** What a minute of overtime costs where nobody says otherwise. */
    public static final double OVERTIME = 1;

    /** What another rep than the preferred one costs where nobody says otherwise. */
    public static final double OTHER_REP = 30;

    /** With the usual prices of overtime and of another rep. */
    public Objective(double perRep, double perMinute, double perKilometre, @Nullable Double perUnplanned) {
        this(perRep, perMinute, perKilometre, perUnplanned, OVERTIME, OTHER_REP);
    }
}
