package org.lotse.engine.planning.routes.solver;

/**
 * What the rules measure about one tour, worked out by walking it from start to end. Amounts are whole thousandths of
 * thousandths of a hundredth ({@link #UNIT}) so that sums are exact.
 */
record Figures(
        long late,
        long overload,
        long wrongSkill,
        long missedAppointments,
        long missedBreaks,
        long mandatoryLeftOut,
        long travel,
        long kilometres,
        long used,
        long leftOut,
        long disturbance,
        long overtime,
        long otherRep,
        long outsideTerritory) {
    /** One minute or one unit of cost. */
    static final double UNIT = 100_000;

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Figures of(RouteModel model, int van, int[] visits) {
        if (visits.length == 0) {
            return NONE;
        }
        return van == Tour.NO_VAN ? outside(model, visits) : new FigureWalk(model, van, visits).figures();
    }

    private static Figures outside(RouteModel model, int[] visits) {
        long mandatory = 0;
        double price = 0;
        double disturbance = 0;
        for (int visit : visits) {
            if (Double.isInfinite(model.price[visit])) {
                mandatory++;
            } else {
                price += model.price[visit];
            }
            disturbance += model.pairings.disturbance(visit, -1);
        }
        return new Figures(0, 0, 0, 0, 0, mandatory, 0, 0, 0, exact(price), exact(disturbance), 0, 0, 0);
    }

    static long exact(double amount) {
        return amount >= 1e12 ? (long) (1e12 * UNIT) : Math.round(amount * UNIT);
    }
}
