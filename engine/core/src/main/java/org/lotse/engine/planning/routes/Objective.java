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
 * @param perOutsideTerritory for each visit outside the rep's territory
 * @param perUnevenMinute for each minute of service a rep has beyond a fair share, which is by the length of the shifts
 */
public record Objective(
        double perRep,
        double perMinute,
        double perKilometre,
        @Nullable Double perUnplanned,
        double perOvertimeMinute,
        double perOtherRep,
        double perOutsideTerritory,
        double perUnevenMinute) {
    /** What a minute of overtime costs where nobody says otherwise. */
    public static final double OVERTIME = 1;

    /** What another rep than the preferred one costs where nobody says otherwise. */
    public static final double OTHER_REP = 30;

    /** What a visit outside the rep's territory costs where nobody says otherwise. */
    public static final double OUTSIDE_TERRITORY = 30;

    /** With the usual price of a visit outside the territory, however uneven the work is. */
    public Objective(
            double perRep,
            double perMinute,
            double perKilometre,
            @Nullable Double perUnplanned,
            double perOvertimeMinute,
            double perOtherRep) {
        this(perRep, perMinute, perKilometre, perUnplanned, perOvertimeMinute, perOtherRep, OUTSIDE_TERRITORY, 0);
    }

    /** With the usual prices of overtime and of another rep. */
    public Objective(double perRep, double perMinute, double perKilometre, @Nullable Double perUnplanned) {
        this(perRep, perMinute, perKilometre, perUnplanned, OVERTIME, OTHER_REP);
    }
}
