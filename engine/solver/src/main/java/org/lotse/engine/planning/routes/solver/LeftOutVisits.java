package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.VisitReason;

/** Says why a visit is left out of a draft. */
final class LeftOutVisits {
    private final RouteModel model;
    private final Draft draft;
    private final @Nullable Timetable[] alone;
    private final int[] index;

    LeftOutVisits(Draft draft) {
        this.draft = draft;
        this.model = draft.model;
        this.alone = new Timetable[model.vans];
        this.index = new int[model.visits];
    }

    VisitReason why(int visit) {
        Set<String> missing = missingBefore(visit);
        if (!missing.isEmpty()) {
            return new VisitReason.BeforeLeftOut(missing);
        }
        VisitReason impossible = impossible(visit);
        Visit.Pin pin = model.problem.visits().get(visit).pinned();
        if (impossible != null) {
            return pin == null
                    ? impossible
                    : new VisitReason.AppointmentImpossible(pin.rep(), pin.at(), impossible.code());
        }
        if (pin != null) {
            return new VisitReason.AppointmentImpossible(pin.rep(), pin.at(), "SHIFTS_FULL");
        }
        return crowdedOut(visit);
    }

    /** Those the visit has to follow that are left out or not to be made at all. */
    private Set<String> missingBefore(int visit) {
        Set<String> missing = new TreeSet<>();
        if (!model.pinned[visit]) {
            missing.addAll(model.problem.visits().get(visit).after());
            for (int earlier : model.groups.precedence().before(visit)) {
                if (draft.tourOf[earlier] >= 0) {
                    missing.remove(model.problem.visits().get(earlier).id());
                }
            }
        }
        return missing;
    }

    private Set<String> linked(int visit) {
        Precedence precedence = model.groups.precedence();
        Set<String> linked = new TreeSet<>();
        IntStream.concat(Arrays.stream(precedence.before(visit)), Arrays.stream(precedence.after(visit)))
                .forEach(other -> linked.add(model.problem.visits().get(other).id()));
        return linked;
    }

    private VisitReason groupFull(int visit, int van) {
        Set<String> mates = new TreeSet<>();
        for (int mate : model.groups.mates(visit)) {
            if (draft.tourOf[mate] >= 0) {
                mates.add(model.problem.visits().get(mate).id());
            }
        }
        return new VisitReason.GroupFull(model.van[van].rep().id(), mates);
    }

    private @Nullable VisitReason impossible(int visit) {
        Visit asked = model.problem.visits().get(visit);
        boolean skilled = false;
        boolean roomy = false;
        boolean atWork = false;
        boolean way = false;
        double largest = 0;
        double demand = Arrays.stream(model.demand[visit]).max().orElse(0);
        Visit.Pin pin = asked.pinned();
        for (int k = 0; k < model.vans; k++) {
            Van van = model.van[k];
            if ((pin != null && !pin.rep().equals(van.rep().id()))
                    || (asked.onlyRep() != null && !van.rep().id().equals(asked.onlyRep()))
                    || !van.rep().skills().containsAll(asked.skills())) {
                continue;
            }
            skilled = true;
            largest = Math.max(
                    largest,
                    van.rep().capacity().stream().mapToDouble(c -> c).max().orElse(0));
            if (!model.allowed[visit][k]) {
                continue;
            }
            roomy = true;
            if (!(model.begin(visit, van.from()) <= van.latest())) {
                continue;
            }
            atWork = true;
            way |= there(visit, van) + back(visit, van) < Double.POSITIVE_INFINITY;
            if (emptyDay(k).fitsAfter(0, visit)) {
                return null;
            }
        }
        if (!skilled) {
            return new VisitReason.NoRepHasSkills(asked.skills());
        }
        if (!roomy) {
            return new VisitReason.DemandExceedsCapacity(demand, largest);
        }
        if (!atWork) {
            return new VisitReason.WindowOutsideShifts();
        }
        return way ? tooFar(visit) : new VisitReason.NoWay(asked.place());
    }

    private Timetable emptyDay(int van) {
        Timetable day = alone[van];
        if (day == null) {
            day = Timetable.of(model, van, index);
            alone[van] = day;
        }
        return day;
    }

    private double there(int visit, Van van) {
        return model.minutes[van.start() * model.places + model.placeOf[visit]];
    }

    private double back(int visit, Van van) {
        return model.minutes[model.placeOf[visit] * model.places + van.end()];
    }

    private VisitReason tooFar(int visit) {
        Van nearest = model.van[0];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < model.vans; k++) {
            Van van = model.van[k];
            double needed = there(visit, van) + model.service[visit] + back(visit, van);
            if (model.allowed[visit][k] && needed < least) {
                least = needed;
                nearest = van;
            }
        }
        return new VisitReason.TooFar(nearest.rep().id(), least, nearest.latest() - nearest.from());
    }

    private VisitReason crowdedOut(int visit) {
        Set<String> reps = new TreeSet<>();
        double cheapest = Double.POSITIVE_INFINITY;
        double room = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < model.vans; k++) {
            Timetable tour = draft.tours[k];
            if (!model.allowed[visit][k]
                    || !model.groups.allow(visit, k, draft.tourOf)
                    || !emptyDay(k).fitsAfter(0, visit)) {
                continue;
            }
            reps.add(model.van[k].rep().id());
            double cost = tour.cheapest(visit, Double.POSITIVE_INFINITY, Chance.NONE);
            if (cost < Double.POSITIVE_INFINITY && !tour.hasRoomFor(visit)) {
                room = Math.max(room, tour.roomFor(visit));
            } else {
                cheapest = Math.min(cheapest, cost);
            }
        }
        if (cheapest == Double.POSITIVE_INFINITY) {
            int group = model.groups.van(visit, draft.tourOf);
            Set<String> linked = linked(visit);
            if (group != Groups.ANY) {
                return groupFull(visit, group);
            }
            if (!linked.isEmpty()) {
                return new VisitReason.NoTimeInOrder(linked);
            }
        }
        if (cheapest < Double.POSITIVE_INFINITY) {
            return new VisitReason.NotWorthTheWay(draft.leftOut(visit), cheapest);
        }
        return room > Double.NEGATIVE_INFINITY
                ? new VisitReason.LoadFull(
                        Arrays.stream(model.demand[visit]).max().orElse(0), Math.max(0, room))
                : new VisitReason.ShiftsFull(reps);
    }
}
