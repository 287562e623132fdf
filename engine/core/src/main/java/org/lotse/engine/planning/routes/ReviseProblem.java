package org.lotse.engine.planning.routes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;
import org.lotse.engine.planning.UnsoundProblem;

/** What a change makes of a problem. The plan in force becomes the previous one of the new problem. */
public final class ReviseProblem {
    private final RouteProblem problem;
    private final RoutePlan plan;

    private ReviseProblem(RouteProblem problem, RoutePlan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /**
     * The problem in which this has happened.
     *
     * @throws UnsoundProblem when the change names what is not there
     */
    public static RouteProblem after(RouteProblem problem, RoutePlan plan, RouteChange change) {
        ReviseProblem revise = new ReviseProblem(problem, plan);
        return switch (change) {
            case RouteChange.Appointment(var visit, var place) -> revise.appointment(visit, place);
            case RouteChange.NoShow(var visit) -> revise.without(visit);
            case RouteChange.Done(var visit, var rep, var shift, var at) -> revise.done(visit, rep, shift, at);
            case RouteChange.Late(var rep, var until) -> revise.late(rep, until);
            case RouteChange.Sick(var rep, var from) -> revise.sick(rep, from);
            case RouteChange.Emergency(var visit, var place) -> revise.emergency(visit, place);
            case RouteChange.Load(var visit, var demand) -> revise.load(visit, demand);
            case RouteChange.ExtraRep(var rep) -> revise.extra(rep);
            case RouteChange.Give(var visit, var rep) -> revise.give(visit, rep);
        };
    }

    private RouteProblem appointment(Visit visit, @Nullable Place place) {
        Visit.Pin pin = visit.pinned();
        if (pin == null) {
            throw flaw("/at", Code.MISSING, "field", "at");
        }
        rep("/rep", pin.rep());
        inOrder(visit);
        List<Visit> visits = new ArrayList<>(problem.visits());
        visits.removeIf(one -> one.id().equals(visit.id()));
        visits.add(visit);
        return checked(visit, with(problem.reps(), visits, place));
    }

    /** Refuses an appointment at a time that other promises do not allow, because one of the two comes after the other. */
    private void inOrder(Visit visit) {
        List<Flaw> flaws = new ArrayList<>();
        for (Visit other : problem.visits()) {
            Flaw flaw = visit.after().contains(other.id())
                    ? CheckOrder.promised("/at", visit, other)
                    : other.after().contains(visit.id()) ? CheckOrder.promised("/at", other, visit) : null;
            if (flaw != null) {
                flaws.add(flaw);
            }
        }
        UnsoundProblem.throwIfAny(flaws);
    }

    private RouteProblem without(String visit) {
        visit(visit);
        return with(
                problem.reps(),
                problem.visits().stream().filter(v -> !v.id().equals(visit)).toList());
    }

    private RouteProblem done(String id, String by, int number, double at) {
        Visit visit = visit(id);
        rep("/rep", by);
        List<Rep> reps = reps(by, rep -> {
            List<Rep.Shift> shifts = new ArrayList<>(rep.shifts());
            Rep.Shift shift = shifts.get(number);
            double from = Math.max(shift.from(), at);
            shifts.set(
                    number,
                    new Rep.Shift(
                            from,
                            Math.max(from, shift.to()),
                            shift.overtimeMinutes(),
                            visit.place(),
                            carried(rep, sum(shift.carried(), visit.demand()), visit)));
            return rep.withShifts(shifts);
        });
        return with(
                reps,
                problem.visits().stream()
                        .filter(v -> v != visit)
                        .map(v -> v.after().contains(id) ? v.following(except(v.after(), id)) : v)
                        .toList());
    }

    private static Set<String> except(Set<String> ids, String one) {
        Set<String> others = new HashSet<>(ids);
        others.remove(one);
        return others;
    }

    /** More than fits was not carried at once: the vehicle has reloaded in between. */
    private static List<Double> carried(Rep rep, List<Double> sum, Visit last) {
        boolean fits = true;
        for (int d = 0; d < sum.size() && d < rep.capacity().size(); d++) {
            fits &= sum.get(d) <= rep.capacity().get(d);
        }
        return fits || rep.reload() == null ? sum : last.demand();
    }

    private static List<Double> sum(List<Double> one, List<Double> other) {
        List<Double> sum = new ArrayList<>();
        for (int d = 0; d < Math.max(one.size(), other.size()); d++) {
            sum.add((d < one.size() ? one.get(d) : 0) + (d < other.size() ? other.get(d) : 0));
        }
        return sum;
    }

    private RouteProblem late(String id, double until) {
        rep("/rep", id);
        return with(
                reps(
                        id,
                        rep -> rep.withShifts(rep.shifts().stream()
                                .map(s -> s.from() < until && until < s.latest() && isNext(rep, s, until)
                                        ? new Rep.Shift(
                                                until,
                                                Math.max(until, s.to()),
                                                s.overtimeMinutes(),
                                                s.start(),
                                                s.carried())
                                        : s)
                                .toList())),
                problem.visits());
    }

    private static boolean isNext(Rep rep, Rep.Shift shift, double until) {
        return rep.shifts().stream().noneMatch(other -> other.from() > shift.from() && other.from() < until);
    }

    private RouteProblem sick(String id, double from) {
        rep("/rep", id);
        return with(
                reps(
                        id,
                        rep -> rep.withShifts(rep.shifts().stream()
                                .map(s -> s.latest() <= from
                                        ? s
                                        : new Rep.Shift(
                                                s.from(),
                                                Math.max(s.from(), Math.min(s.to(), from)),
                                                0,
                                                s.start(),
                                                s.carried()))
                                .toList())),
                problem.visits());
    }

    private RouteProblem emergency(Visit visit, @Nullable Place place) {
        if (problem.visits().stream().anyMatch(v -> v.id().equals(visit.id()))) {
            throw flaw("/visit/id", Code.DUPLICATE_ID, "value", visit.id());
        }
        for (String earlier : visit.after()) {
            if (problem.visits().stream().noneMatch(v -> v.id().equals(earlier))) {
                throw flaw("/visit/after", Code.FOLLOWS_UNKNOWN, "item", visit.id(), "value", earlier);
            }
        }
        List<Visit> visits = new ArrayList<>(problem.visits());
        visits.add(visit);
        return checked(visit, with(problem.reps(), visits, place));
    }

    private RouteProblem load(String id, List<Double> demand) {
        Visit visit = visit(id);
        return with(
                problem.reps(),
                problem.visits().stream()
                        .map(v -> v == visit ? v.withDemand(demand) : v)
                        .toList());
    }

    private RouteProblem extra(Rep rep) {
        if (problem.reps().stream().anyMatch(r -> r.id().equals(rep.id()))) {
            throw flaw("/rep/id", Code.DUPLICATE_ID, "value", rep.id());
        }
        List<Rep> reps = new ArrayList<>(problem.reps());
        reps.add(rep);
        return with(reps, problem.visits());
    }

    private RouteProblem give(String id, String rep) {
        Visit visit = visit(id);
        rep("/rep", rep);
        Visit.Pin pin = visit.pinned();
        if (pin != null && !pin.rep().equals(rep)) {
            throw flaw("/visit", Code.IS_PROMISED, "item", id, "rep", pin.rep());
        }
        return with(
                problem.reps(),
                problem.visits().stream()
                        .map(v -> v == visit ? v.givenTo(rep) : v)
                        .toList());
    }

    private RouteProblem with(List<Rep> reps, List<Visit> visits) {
        return with(reps, visits, null);
    }

    private RouteProblem with(List<Rep> reps, List<Visit> visits, @Nullable Place place) {
        List<Place> places = problem.places();
        if (place != null && places.stream().noneMatch(p -> p.id().equals(place.id()))) {
            places = new ArrayList<>(places);
            places.add(place);
        }
        return new RouteProblem(
                problem.travel(), places, reps, visits, problem.objective(), plan, problem.disturbancePrice());
    }

    /** Refuses a new visit that makes no sense. */
    private static RouteProblem checked(Visit visit, RouteProblem revised) {
        List<Flaw> flaws = CheckRouteProblem.check(new RouteProblem(
                        revised.travel(),
                        revised.places(),
                        revised.reps(),
                        List.of(visit.following(Set.of())),
                        revised.objective(),
                        null,
                        revised.disturbancePrice()))
                .stream()
                .filter(flaw -> flaw.pointer().startsWith("/visits/0"))
                .map(flaw -> new Flaw(flaw.pointer().replace("/visits/0", "/visit"), flaw.code(), flaw.arguments()))
                .toList();
        UnsoundProblem.throwIfAny(flaws);
        return revised;
    }

    private List<Rep> reps(String id, UnaryOperator<Rep> other) {
        return problem.reps().stream()
                .map(rep -> rep.id().equals(id) ? other.apply(rep) : rep)
                .toList();
    }

    private Visit visit(String id) {
        return problem.visits().stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow(() -> flaw("/visit", Code.UNKNOWN_VISIT, "value", id));
    }

    private void rep(String pointer, String id) {
        if (problem.reps().stream().noneMatch(r -> r.id().equals(id))) {
            throw flaw(pointer, Code.UNKNOWN_REP, "item", "", "value", id);
        }
    }

    private static UnsoundProblem flaw(String pointer, Code code, Object... namesAndValues) {
        return new UnsoundProblem(List.of(Flaw.at(pointer, code, namesAndValues)));
    }
}
