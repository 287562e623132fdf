package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lotse.engine.planning.routes.RoutePlan;

/**
 * When of two visits the later one follows somebody else's on the same day. Nobody's tour depends on another's then: each
 * such pair has a minute of the day at which the earlier one is over and before which the later one does not begin, and both
 * windows are cut there. An appointment sets that minute, else the plan in force, else it is halfway between the earliest
 * end and the latest begin. Pairs that one rep has the skills and, were there nothing else to do, the time to make on that day
 * have none: then they are in one tour.
 */
final class Handovers {
    /** The bit that stands for all days. */
    static final int ALWAYS = 1 << 14;

    private static final double DAY = 1440;
    private static final double BEFORE_MIDNIGHT = 1e-3;
    private final RouteModel model;
    private final int[] dayOf;
    private final Map<String, RoutePlan.Stop> stood = new HashMap<>();
    private final boolean[] done;

    private Handovers(RouteModel model, int[] dayOf) {
        this.model = model;
        this.dayOf = dayOf;
        this.done = new boolean[model.visits];
        RoutePlan previous = model.problem.previous();
        if (previous != null) {
            for (RoutePlan.Route route : previous.routes()) {
                for (RoutePlan.Stop stop : route.stops()) {
                    stood.put(stop.visit(), stop);
                }
            }
        }
    }

    /** Cuts the windows of a model whose visits and vans are known. */
    static void cut(RouteModel model, int[] dayOf) {
        model.groups.precedence().drivenBy(model.van, dayOf);
        if (!model.groups.precedence().some()) {
            return;
        }
        Handovers handovers = new Handovers(model, dayOf);
        for (int v = 0; v < model.visits; v++) {
            handovers.promises(v);
        }
        for (int v = 0; v < model.visits; v++) {
            handovers.inTurn(v);
        }
    }

    private void promises(int visit) {
        int[] before = model.groups.precedence().before(visit);
        for (int i = 0; i < before.length; i++) {
            int earlier = before[i];
            if (!model.pinned[earlier] && !model.pinned[visit]) {
                continue;
            }
            model.groups.precedence().keptByWindows(visit, i, ALWAYS);
            if (!model.pinned[visit]) {
                remove(visit, Double.NEGATIVE_INFINITY, model.opens[earlier][0] + model.service[earlier]);
            } else if (!model.pinned[earlier]) {
                removeAfter(earlier, model.opens[visit][0] - model.service[earlier], Double.POSITIVE_INFINITY);
            }
        }
    }

    /** Those before a visit first, so that a third one finds the windows of the second cut already. */
    private void inTurn(int visit) {
        if (done[visit]) {
            return;
        }
        done[visit] = true;
        int[] before = model.groups.precedence().before(visit);
        for (int i = 0; i < before.length; i++) {
            inTurn(before[i]);
            boolean promise = model.pinned[visit] || model.pinned[before[i]];
            for (int day : Arrays.stream(dayOf).distinct().sorted().toArray()) {
                if (!promise && !oneRepForBoth(day, before[i], visit)) {
                    onDay(day, before[i], visit, i);
                }
            }
        }
    }

    private boolean oneRepForBoth(int day, int earlier, int later) {
        for (int k = 0; k < model.vans; k++) {
            if (dayOf[k] == day && model.allowed[earlier][k] && model.allowed[later][k]) {
                Van van = model.van[k];
                double way = model.minutes[model.placeOf[earlier] * model.places + model.placeOf[later]];
                double there = model.arrive(earliest(earlier, van) + model.service[earlier], way);
                if (model.begin(later, there) <= latest(later, van)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void onDay(int day, int earlier, int later, int index) {
        double firstEnd = Double.POSITIVE_INFINITY;
        double lastEnd = Double.NEGATIVE_INFINITY;
        double firstBegin = Double.POSITIVE_INFINITY;
        double lastBegin = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < model.vans; k++) {
            Van van = model.van[k];
            if (dayOf[k] != day || day < 0 || day >= ALWAYS || van.latest() > (day + 1) * DAY) {
                continue;
            }
            if (model.allowed[earlier][k]) {
                firstEnd = Math.min(firstEnd, earliest(earlier, van) + model.service[earlier]);
                lastEnd = Math.max(lastEnd, latest(earlier, van) + model.service[earlier]);
            }
            if (model.allowed[later][k]) {
                firstBegin = Math.min(firstBegin, earliest(later, van));
                lastBegin = Math.max(lastBegin, latest(later, van));
            }
        }
        if (firstEnd > lastBegin || Double.isInfinite(firstEnd)) {
            return;
        }
        double at = Math.max((firstEnd + lastBegin) / 2, firstBegin);
        at = Math.min(Math.max(firstEnd, Math.min(at, lastEnd)), lastBegin);
        at = asBefore(day, earlier, later, firstEnd, lastBegin, at);
        model.groups.precedence().keptByWindows(later, index, day);
        removeAfter(earlier, at - model.service[earlier], (day + 1) * DAY);
        remove(later, day * DAY, at);
    }

    /** The minute at which the later one began in the plan in force, as long as that can still be. */
    private double asBefore(int day, int earlier, int later, double firstEnd, double lastBegin, double otherwise) {
        RoutePlan.Stop one = stood.get(model.problem.visits().get(earlier).id());
        RoutePlan.Stop other = stood.get(model.problem.visits().get(later).id());
        if (one == null || other == null || on(one) != day || on(other) != day) {
            return otherwise;
        }
        boolean possible = other.start() >= firstEnd && other.start() <= lastBegin;
        return possible && one.start() + model.service[earlier] <= other.start() ? other.start() : otherwise;
    }

    private static int on(RoutePlan.Stop stop) {
        return (int) Math.floor(stop.start() / DAY);
    }

    private double earliest(int visit, Van van) {
        return model.begin(
                visit, model.arrive(van.from(), model.minutes[van.start() * model.places + model.placeOf[visit]]));
    }

    private double latest(int visit, Van van) {
        double way = model.minutes[model.placeOf[visit] * model.places + van.end()];
        return model.latestArrival(visit, model.depart(van.latest(), way) - model.service[visit]);
    }

    /** Nothing begins any more from one minute, which is left, to the other. */
    private void removeAfter(int visit, double from, double to) {
        keep(visit, from, to);
    }

    /** Nothing begins any more from one minute to the other, which is left. */
    private void remove(int visit, double from, double to) {
        keep(visit, from - BEFORE_MIDNIGHT, to);
    }

    private void keep(int visit, double until, double again) {
        if (until >= again) {
            return;
        }
        int count = model.opens[visit].length;
        double[] opens = new double[count * 2];
        double[] closes = new double[count * 2];
        int left = 0;
        for (int w = 0; w < count; w++) {
            double from = model.opens[visit][w];
            double to = model.closes[visit][w];
            if (until > Double.NEGATIVE_INFINITY && from <= Math.min(to, until)) {
                opens[left] = from;
                closes[left++] = Math.min(to, until);
            }
            if (Math.max(from, again) <= to) {
                opens[left] = Math.max(from, again);
                closes[left++] = to;
            }
        }
        model.opens[visit] = Arrays.copyOf(opens, left);
        model.closes[visit] = Arrays.copyOf(closes, left);
    }
}
