package org.lotse.api.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.KeepCallLaw;
import org.lotse.engine.planning.calls.PlanCalls;
import org.lotse.engine.planning.routes.PlanRoutes;
import org.lotse.engine.planning.routes.RouteFigures;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.term.Language;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes plans as jobs; the best so far is kept about once a second. */
@Component
public class MakePlans {
    private final Jobs jobs;
    private final JdbcPlans plans;
    private final PlanCalls calls;
    private final PlanRoutes routes;
    private final StoredCalls storedCalls;
    private final StoredRoutes storedRoutes;
    private final PlanReservations reservations;
    private final PlannedPrices prices;
    private final PlanningJson json;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final RouteProblemJson packed;
    private final CallProblemJson packedCalls = new CallProblemJson();

    MakePlans(
            Jobs jobs,
            JdbcPlans plans,
            PlanCalls calls,
            PlanRoutes routes,
            StoredCalls storedCalls,
            StoredRoutes storedRoutes,
            PlanReservations reservations,
            PlannedPrices prices,
            PlanningJson json,
            WorkingCalendar calendar,
            RouteProblemJson packed,
            Clock clock) {
        this.jobs = jobs;
        this.plans = plans;
        this.calls = calls;
        this.routes = routes;
        this.storedCalls = storedCalls;
        this.storedRoutes = storedRoutes;
        this.reservations = reservations;
        this.prices = prices;
        this.json = json;
        this.calendar = calendar;
        this.packed = packed;
        this.clock = clock;
    }

    /** Who asks, in which language a failure is worded, and how long to search. */
    public record Order(String owner, Locale language, Limits limits) {}

    /** Plans calls to stored customers; by the stored agents it is the day's call list. */
    public UUID storedCalls(StoredCalls.Wish wish, Order order) {
        storedCalls.check(wish);
        boolean own = wish.frame().isEmpty();
        ReachBasis bases = new ReachBasis();
        return calls(() -> storedCalls.problem(wish, bases), bases, own ? storedCalls.day(wish) : null, own, order);
    }

    /** Plans the calls of a problem that was sent. */
    UUID calls(CallProblem problem, Order order) {
        return calls(() -> problem, new ReachBasis(), null, false, order);
    }

    /** Plans the visits that wait for the days from {@code day} on, for the stored reps. */
    public UUID storedRoutes(LocalDate day, int days, Order order) {
        return storedRoutes(day, days, false, order);
    }

    /** Likewise; visits may be worth what the decisions would gain by them. */
    UUID storedRoutes(LocalDate day, int days, boolean byDecisions, Order order) {
        return routes(() -> storedRoutes.problem(day, days, byDecisions), day, days, true, order);
    }

    /** Plans the routes of a problem that was sent. */
    UUID routes(RouteInput input, Order order) {
        return routes(() -> input, null, 1, false, order);
    }

    private UUID calls(
            Supplier<CallProblem> problem, ReachBasis bases, @Nullable LocalDate day, boolean stored, Order order) {
        return jobs.submit("plan-calls", order.owner(), order.language(), run -> {
            plans.begin(run.id(), StoredPlan.Kind.CALLS, day, order.owner(), stored, clock.instant());
            KeepCallLaw.Lawful lawful = calendar.law().keep(problem.get());
            CallProblem known = lawful.problem();
            if (day != null) {
                plans.about(run.id(), packedCalls.write(known), day);
            }
            Keeping<CallPlan> keeping = new Keeping<>(
                    run,
                    CallPlan::expectedValue,
                    (plan, language) -> bases.say(written(lawful.complete(plan), known, language)));
            CallPlan plan = sound(() -> calls.plan(known, order.limits(), keeping), order);
            if (day != null) {
                prices.keep(run.id(), plan, day);
            }
            return keeping.end(day == null ? plan : reservations.keep(day, plan));
        });
    }

    private UUID routes(Supplier<RouteInput> input, @Nullable LocalDate day, int days, boolean stored, Order order) {
        return jobs.submit("plan-routes", order.owner(), order.language(), run -> {
            plans.begin(run.id(), StoredPlan.Kind.ROUTES, day, order.owner(), stored, clock.instant());
            RouteInput known = begin(run.id(), input, day == null ? null : day.plusDays(days - 1), stored);
            RouteFigures naive = sound(() -> routes.inOrderGiven(known.problem()), order);
            RouteFigures before = routes.asBefore(known.problem());
            boolean hasPrevious = known.problem().previous() != null;
            Keeping<RoutePlan> keeping = new Keeping<>(
                    run,
                    RoutePlan::cost,
                    (plan, language) -> PlanningJson.compared(
                            json.json(plan, known.times(), language), naive, before, hasPrevious));
            RoutePlan plan = sound(() -> routes.plan(known.problem(), order.limits(), keeping), order);
            if (day != null) {
                reservations.keep(day, plan, known.times());
                prices.keep(run.id(), known.problem(), plan, day.plusDays(days - 1));
            }
            return keeping.end(plan);
        });
    }

    /** Who is erased, or whose visit is made, while the problem is read is not in it. */
    private RouteInput begin(UUID plan, Supplier<RouteInput> input, @Nullable LocalDate lastDay, boolean stored) {
        while (true) {
            RouteInput known = input.get();
            plans.about(plan, packed.write(known), lastDay);
            Set<String> visits =
                    known.problem().visits().stream().map(Visit::id).collect(Collectors.toUnmodifiableSet());
            if (!stored || plans.remembersCustomers(plan, visits)) {
                return known;
            }
        }
    }

    /** What is stored may make no sound problem either: no agent, no rep, a day off. */
    private static <P> P sound(Supplier<P> planning, Order order) {
        try {
            return planning.get();
        } catch (UnsoundProblem unsound) {
            throw Flaws.problem(unsound, order.language());
        }
    }

    /** The call list with what each expectation is made of. */
    private ObjectNode written(CallPlan plan, CallProblem problem, Language language) {
        ObjectNode written = json.json(plan, problem, language);
        return CallFigures.add(written, plan, problem);
    }

    /** Keeps what a search has found so far, and passes on that somebody cancelled. */
    private final class Keeping<P> implements Watch<P> {
        private final JobRun run;
        private final ToDoubleFunction<P> score;
        private final BiFunction<P, Language, ObjectNode> written;
        private double kept = Double.NaN;
        /** The best so far is written down while the search goes on; what is not written yet is not shown. */
        private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

        private volatile String shown = "";

        Keeping(JobRun run, ToDoubleFunction<P> score, BiFunction<P, Language, ObjectNode> written) {
            this.run = run;
            this.score = score;
            this.written = written;
        }

        @Override
        public void progress(P best, double share, Duration elapsed) {
            double now = score.applyAsDouble(best);
            if (now != kept && writing.isDone()) {
                writing.join();
                kept = now;
                writing = CompletableFuture.runAsync(
                        () -> {
                            keep(best, false);
                            shown = String.valueOf(now);
                        },
                        Thread.ofVirtual()::start);
            }
            if (!run.isCancelled()) {
                run.progress(share, shown);
            }
        }

        @Override
        public boolean cancelled() {
            return run.isCancelled();
        }

        Object end(P plan) {
            writing.join();
            keep(plan, true);
            return java.util.Map.of("score", score.applyAsDouble(plan));
        }

        private void keep(P plan, boolean complete) {
            Function<Language, ObjectNode> in = language -> written.apply(plan, language);
            plans.keep(run.id(), score.applyAsDouble(plan), in.apply(Language.EN), in.apply(Language.DE), complete);
        }
    }
}
