package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.ReviseProblem;
import org.lotse.engine.planning.routes.RouteChange;
import org.lotse.engine.planning.routes.RouteChange.Standing;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RoutesInForce;
import org.lotse.engine.planning.routes.StopReason;
import org.lotse.engine.planning.routes.Visit;

/**
 * A plan in force as arrays. A change keeps every tour that still holds, puts what fell out where it costs least and
 * rearranges the tours around it for some milliseconds.
 */
final class LiveRoutes implements RoutesInForce {
    private static final long QUICK_NANOS = 12_000_000L;
    /** A change is over sooner when it has tried so many rearrangements. */
    private static final int QUICK_STEPS = 400;
    /** What would help is looked for at once of so few; of the others by the search in the background. */
    private static final int QUICKLY_EXPLAINED = 10;

    /** A promise further away than this is not what stands in the way. */
    private static final double NEAR = 240;

    /** A begin that differs by less is the same. */
    private static final double SAME = 0.5;

    private final RouteProblem problem;
    private final RoutePlan plan;
    private final Ways ways;
    private final RouteModel model;
    private final Draft draft;
    private final Neighbours neighbours;
    private final Closeness closeness;
    private final LongSupplier nanos;

    private LiveRoutes(
            RouteProblem problem,
            RoutePlan plan,
            Ways ways,
            Draft draft,
            Neighbours neighbours,
            Closeness closeness,
            LongSupplier nanos) {
        this.problem = problem;
        this.plan = plan;
        this.ways = ways;
        this.draft = draft;
        this.model = draft.model;
        this.neighbours = neighbours;
        this.closeness = closeness;
        this.nanos = nanos;
    }

    /** Takes over who drives where in which order; what no longer holds is planned anew. */
    static LiveRoutes of(RouteProblem problem, RoutePlan plan, LongSupplier nanos) {
        RouteProblem inForce = new RouteProblem(
                problem.travel(),
                problem.places(),
                problem.reps(),
                problem.visits(),
                problem.objective(),
                plan,
                problem.disturbancePrice());
        Ways ways = Ways.roomy(inForce);
        RouteModel model = new RouteModel(inForce, ways);
        Draft draft = new Draft(model);
        FirstPlan.fill(draft, () -> false);
        return new LiveRoutes(
                inForce, new PlanSheet(draft).plan(), ways, draft, new Neighbours(model), new Closeness(model), nanos);
    }

    @Override
    public RouteProblem problem() {
        return problem;
    }

    @Override
    public RoutePlan plan() {
        return plan;
    }

    @Override
    public synchronized Revision after(RouteChange change) {
        long start = nanos.getAsLong();
        RouteProblem revised = ReviseProblem.after(problem, plan, change);
        Ways reaching = ways.reaching(revised);
        RouteModel changed = new RouteModel(revised, reaching);
        Neighbours near = new Neighbours(changed);
        Closeness close = new Closeness(changed);
        Draft next = new Draft(changed);
        FirstPlan.fill(next, () -> false);
        rearrange(next, near, close, start + QUICK_NANOS);
        RoutePlan after = new PlanSheet(next, QUICKLY_EXPLAINED).plan();
        List<String> broken = broken(revised, after);
        broken.removeAll(broken(problem, plan));
        if (change instanceof RouteChange.Appointment(var visit, var place) && !broken.isEmpty()) {
            throw refused(visit, broken);
        }
        LiveRoutes live = new LiveRoutes(revised, after, reaching, next, near, close, nanos);
        return new Revision(live, moved(revised, after), after.cost() - plan.cost(), broken);
    }

    /** Names the promises in the way: those that would break, else the nearest ones of that rep. */
    private UnsoundProblem refused(Visit visit, List<String> broken) {
        Visit.Pin pin = visit.pinned();
        String rep = pin == null ? "" : pin.rep();
        double at = pin == null ? 0 : pin.at();
        List<String> others = new ArrayList<>(broken);
        others.remove(visit.id());
        if (others.isEmpty()) {
            problem.visits().stream()
                    .filter(one -> !one.id().equals(visit.id()))
                    .filter(one -> one.pinned() != null
                            && one.pinned().rep().equals(rep)
                            && Math.abs(one.pinned().at() - at) < NEAR)
                    .min(Comparator.comparingDouble(one ->
                            one.pinned() == null ? 0 : Math.abs(one.pinned().at() - at)))
                    .ifPresent(one -> others.add(one.id()));
        }
        return new UnsoundProblem(List.of(
                others.isEmpty()
                        ? Flaw.at("/at", Flaw.Code.APPOINTMENT_NOT_REACHABLE, "item", visit.id(), "rep", rep)
                        : Flaw.at(
                                "/at",
                                Flaw.Code.APPOINTMENT_DOES_NOT_FIT,
                                "item",
                                visit.id(),
                                "rep",
                                rep,
                                "other",
                                String.join(", ", others))));
    }

    /** The tours that are others than before, and their neighbours, searched until the time is over. */
    private void rearrange(Draft next, Neighbours near, Closeness close, long end) {
        boolean[] touched = new boolean[next.model.vans];
        boolean any = false;
        for (int k = 0; k < touched.length; k++) {
            touched[k] = k >= model.vans || !same(next, k);
            any |= touched[k];
        }
        if (!any) {
            return;
        }
        Region region = new Region(next, touched);
        Chain chain = new Chain(next, new Tariff(next.model), near, close, 7);
        chain.own(region.vans(), region.visits());
        double heat = region.leg() * 0.05;
        chain.quick(changes ->
                changes >= QUICK_STEPS || nanos.getAsLong() > end ? -1 : heat * (1 - (double) changes / QUICK_STEPS));
        chain.bestInto(next, region.vans());
    }

    /** Whether the van has the same visits in the same order as it has here. */
    private boolean same(Draft next, int van) {
        Timetable now = next.tours[van];
        Timetable was = draft.tours[van];
        boolean same = now.size() == was.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = next.model
                    .problem
                    .visits()
                    .get(now.at(i))
                    .id()
                    .equals(model.problem.visits().get(was.at(i)).id());
        }
        return same;
    }

    private static List<String> broken(RouteProblem problem, RoutePlan plan) {
        Map<String, Visit> byId = new HashMap<>();
        problem.visits().forEach(v -> byId.put(v.id(), v));
        List<String> broken = new ArrayList<>();
        for (RoutePlan.Unplanned left : plan.unplanned()) {
            Visit visit = byId.get(left.visit());
            if (visit != null && visit.pinned() != null) {
                broken.add(visit.id());
            }
        }
        return broken;
    }

    private List<Moved> moved(RouteProblem revised, RoutePlan after) {
        Map<String, Standing> before = standings(plan);
        Map<String, Standing> now = standings(after);
        Standing nowhere = new Standing(null, -1, 0);
        List<Moved> moved = new ArrayList<>();
        for (Visit visit : revised.visits()) {
            Standing was = before.getOrDefault(visit.id(), nowhere);
            Standing is = now.getOrDefault(visit.id(), nowhere);
            boolean elsewhere =
                    was.shift() != is.shift() || !String.valueOf(was.rep()).equals(String.valueOf(is.rep()));
            if (elsewhere || Math.abs(was.start() - is.start()) > SAME) {
                boolean planned = was.rep() != null;
                moved.add(new Moved(visit.id(), was, is, elsewhere && planned ? revised.disturbancePrice() : 0));
            }
        }
        return moved;
    }

    private static Map<String, Standing> standings(RoutePlan plan) {
        Map<String, Standing> standings = new HashMap<>();
        for (RoutePlan.Route route : plan.routes()) {
            for (RoutePlan.Stop stop : route.stops()) {
                standings.put(stop.visit(), new Standing(route.rep(), route.shift(), stop.start()));
            }
        }
        return standings;
    }

    @Override
    public RoutesInForce improved(Limits limits, Watch<RoutePlan> watch) {
        long start = nanos.getAsLong();
        Draft own = new Draft(draft);
        RoutePlan found = new Search(
                        model,
                        limits,
                        watch,
                        nanos,
                        start,
                        start + limits.time().toNanos())
                .improve(own, plan);
        if (found.cost() >= plan.cost() - 1e-6 || (plan.feasible() && !found.feasible())) {
            return this;
        }
        return of(problem, found, nanos);
    }

    @Override
    public synchronized List<Slot> slots(Visit visit, @Nullable Place place, double notBefore, int most) {
        return new OfferSlots(this, nanos).best(visit, place, notBefore, most);
    }

    @Override
    public synchronized List<StopReason> why(String visit) {
        for (int v = 0; v < model.visits; v++) {
            if (model.problem.visits().get(v).id().equals(visit)) {
                ExplainStop explain = new ExplainStop(draft, plan);
                boolean planned = draft.tourOf[v] >= 0;
                return planned && !model.pinned[v]
                        ? List.of(explain.who(v), explain.when(v))
                        : planned ? List.of(explain.who(v)) : List.of();
            }
        }
        throw new UnsoundProblem(List.of(Flaw.at("/visit", Flaw.Code.UNKNOWN_VISIT, "value", visit)));
    }

    Draft draft() {
        return draft;
    }

    Ways ways() {
        return ways;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    Closeness closeness() {
        return closeness;
    }
}
