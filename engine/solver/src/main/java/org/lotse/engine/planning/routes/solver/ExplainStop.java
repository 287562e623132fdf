package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.StopReason;
import org.lotse.engine.planning.routes.Visit;

/** Says why a visit of a plan is with its rep, and why it begins when it does. */
final class ExplainStop {
    /** Less waiting is none, and a smaller difference of cost is none. */
    private static final double SOME = 0.5;

    private final Draft draft;
    private final RouteModel model;
    private final RoutePlan plan;

    ExplainStop(Draft draft, RoutePlan plan) {
        this.draft = draft;
        this.model = draft.model;
        this.plan = plan;
    }

    /** Why this rep. */
    StopReason who(int visit) {
        Visit asked = model.problem.visits().get(visit);
        int van = draft.tourOf[visit];
        String rep = model.van[van].rep().id();
        Visit.Pin pin = asked.pinned();
        if (pin != null) {
            return new StopReason.Promised(rep, pin.at());
        }
        if (asked.onlyRep() != null) {
            return new StopReason.Given(rep);
        }
        Set<String> group = new TreeSet<>();
        for (int mate : model.groups.mates(visit)) {
            if (draft.tourOf[mate] == van) {
                group.add(model.problem.visits().get(mate).id());
            }
        }
        return group.isEmpty() ? compared(visit, van, rep) : new StopReason.WithGroup(rep, group);
    }

    private StopReason compared(int visit, int van, String rep) {
        Set<String> could = new TreeSet<>();
        double least = Double.POSITIVE_INFINITY;
        String other = "";
        for (int k = 0; k < model.vans; k++) {
            String name = model.van[k].rep().id();
            if (name.equals(rep) || !model.allowed[visit][k] || !model.groups.suits(visit, k, draft.tourOf)) {
                continue;
            }
            could.add(name);
            double cost = draft.tours[k].hasRoomFor(visit)
                    ? draft.tours[k].cheapest(visit, Double.POSITIVE_INFINITY, Chance.NONE) + draft.uneven(visit, k)
                    : Double.POSITIVE_INFINITY;
            if (cost < least) {
                least = cost;
                other = name;
            }
        }
        if (could.isEmpty()) {
            return new StopReason.NobodyElse(rep);
        }
        if (least == Double.POSITIVE_INFINITY) {
            return new StopReason.OthersFull(rep, could);
        }
        double more = least - costs(visit, van);
        return more >= -SOME
                ? new StopReason.Cheapest(rep, other, Math.max(0, more))
                : new StopReason.NotYetMoved(rep, other, -more);
    }

    /** What the visit costs where it is. */
    private double costs(int visit, int van) {
        int[] without = Arrays.stream(draft.sequence(van))
                .filter(other -> other != visit)
                .toArray();
        Timetable rest = Timetable.of(model, van, new int[model.visits]);
        rest.set(without, without.length);
        Tariff tariff = new Tariff(model);
        return tariff.of(draft.tours[van]) - tariff.of(rest) + model.pairings.cost(visit, van);
    }

    /** Why then. */
    StopReason when(int visit) {
        Visit asked = model.problem.visits().get(visit);
        for (RoutePlan.Route route : plan.routes()) {
            for (int i = 0; i < route.stops().size(); i++) {
                if (route.stops().get(i).visit().equals(asked.id())) {
                    return when(asked, visit, route, i);
                }
            }
        }
        throw new IllegalStateException("The visit " + asked.id() + " is in a tour but not in the plan.");
    }

    private StopReason when(Visit asked, int visit, RoutePlan.Route route, int index) {
        RoutePlan.Stop stop = route.stops().get(index);
        double at = stop.start();
        boolean opens = Windows.of(asked).stream().anyMatch(window -> Math.abs(window.from() - at) < SOME);
        if (opens) {
            return new StopReason.WindowOpens(at, Math.max(0, at - stop.arrive()));
        }
        Set<String> earlier = new TreeSet<>();
        for (int one : model.groups.precedence().before(visit)) {
            earlier.add(model.problem.visits().get(one).id());
        }
        boolean handedOver = Arrays.stream(model.opens[visit]).anyMatch(opening -> Math.abs(opening - at) < SOME);
        if (handedOver && !earlier.isEmpty()) {
            return new StopReason.AfterOthers(at, earlier);
        }
        if (route.rests().stream().anyMatch(rest -> Math.abs(rest.to() - at) < SOME)) {
            return new StopReason.AfterRest(at);
        }
        return index == 0 ? new StopReason.First(at) : new StopReason.OnArrival(at, from(route, index));
    }

    /** Where the rep comes from: the visit before, or the place at which the vehicle was emptied or filled after it. */
    private static String from(RoutePlan.Route route, int index) {
        RoutePlan.Stop before = route.stops().get(index - 1);
        return route.reloads().stream()
                .filter(reload -> reload.arrive() >= before.leave()
                        && reload.leave() <= route.stops().get(index).arrive())
                .map(RoutePlan.Reload::place)
                .reduce((one, other) -> other)
                .orElse(before.visit());
    }
}
