package org.lotse.api.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.routes.PlanRoutes;
import org.lotse.engine.planning.routes.ReviseProblem;
import org.lotse.engine.planning.routes.RouteChange;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RoutesInForce;
import org.lotse.engine.planning.routes.RoutesInForce.Revision;
import org.lotse.engine.planning.routes.RoutesInForce.Slot;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.term.Language;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans of routes while they are driven. What happens is written down before it is answered, so that a plan that was shown
 * survives; the youngest plans are kept in memory, and read anew when another instance has changed them.
 */
@Component
public class PlansInForce {
    private static final int KEPT = 8;
    /** What is written down when nothing happened but a better plan was found. */
    private static final ObjectNode IMPROVED =
            JsonNodeFactory.instance.objectNode().put("kind", "IMPROVED");

    private final JdbcPlans plans;
    private final PlanRoutes planner;
    private final PlanningJson json;
    private final PlanReservations reservations;
    private final PlannedPrices prices;
    private final RouteProblemJson packed;
    private final Clock clock;
    private final Map<UUID, Held> held = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Held> eldest) {
            return size() > KEPT;
        }
    };

    PlansInForce(
            JdbcPlans plans,
            PlanRoutes planner,
            PlanningJson json,
            PlanReservations reservations,
            PlannedPrices prices,
            RouteProblemJson packed,
            Clock clock) {
        this.plans = plans;
        this.planner = planner;
        this.json = json;
        this.reservations = reservations;
        this.prices = prices;
        this.packed = packed;
        this.clock = clock;
    }

    /** A plan as it stands: its revision counts the changes. */
    record Standing(int revision, Times times, RoutesInForce routes) {}

    /** One plan; whoever changes it holds its monitor. */
    private static final class Held {
        private Standing standing;
        /** False while the search for the plan goes on: it may have found a better one since. */
        private boolean settled;

        Held(Standing standing, boolean settled) {
            this.standing = standing;
            this.settled = settled;
        }
    }

    /**
     * A change that is in force.
     *
     * @param revision of the plan from now on
     */
    record Changed(int revision, Times times, Revision effect) {}

    /** How often the plan has been changed, on whichever instance. */
    int revision(UUID plan) {
        return plans.revision(plan);
    }

    /** A plan as it stands. */
    Standing standing(UUID plan) {
        Held one = held(plan);
        synchronized (one) {
            refresh(plan, one);
            return one.standing;
        }
    }

    /**
     * Puts a change into force.
     *
     * @throws UnsoundProblem when it cannot be
     */
    Changed change(UUID plan, JsonNode what, String by) {
        Held one = held(plan);
        synchronized (one) {
            refresh(plan, one);
            Standing before = one.standing;
            JsonNode complete = ChangesJson.complete(what, before.routes().plan());
            RouteChange change = new ChangesJson(before.times()).read(complete);
            Revision revision = before.routes().after(change);
            Standing after = new Standing(before.revision() + 1, before.times(), revision.next());
            keep(plan, after, complete, EffectJson.write(revision, before.times()), by);
            one.standing = after;
            return new Changed(after.revision(), before.times(), revision);
        }
    }

    /** What a change would do, without doing it. */
    Changed preview(UUID plan, JsonNode what) {
        Standing now = standing(plan);
        RouteChange change = new ChangesJson(now.times())
                .read(ChangesJson.complete(what, now.routes().plan()));
        return new Changed(now.revision(), now.times(), now.routes().after(change));
    }

    /** Puts a better plan of the same situation into force, unless something has happened meanwhile. */
    boolean better(UUID plan, Standing than, RoutesInForce better) {
        Held one = held(plan);
        synchronized (one) {
            refresh(plan, one);
            if (one.standing.revision() != than.revision()) {
                return false;
            }
            Standing after = new Standing(than.revision() + 1, than.times(), better);
            keep(plan, after, IMPROVED, JsonNodeFactory.instance.objectNode(), "");
            one.standing = after;
            return true;
        }
    }

    List<Slot> slots(UUID plan, SlotWish wish) {
        Standing now = standing(plan);
        return now.routes().slots(wish.visit(), wish.place(), wish.notBefore(), wish.most());
    }

    private void keep(UUID plan, Standing after, JsonNode change, ObjectNode effect, String by) {
        if (!plans.change(plan, after.revision(), clock.instant(), by, change, effect)) {
            throw ProblemException.of(ProblemKind.CHANGED_MEANWHILE);
        }
        write(plan, after);
    }

    private void write(UUID id, Standing standing) {
        RoutePlan plan = standing.routes().plan();
        plans.keep(
                id,
                plan.cost(),
                json.json(plan, standing.times(), Language.EN),
                json.json(plan, standing.times(), Language.DE),
                true);
        Optional<LocalDate> day = plans.find(id, Language.EN).flatMap(StoredPlan::day);
        day.ifPresent(known -> {
            reservations.keep(known, plan, standing.times());
            prices.keep(id, standing.routes().problem(), plan, plans.lastDay(id).orElse(known));
        });
    }

    private Held held(UUID plan) {
        synchronized (held) {
            return held.computeIfAbsent(plan, id -> {
                boolean settled = plans.isComplete(id);
                return new Held(read(id), settled);
            });
        }
    }

    private void refresh(UUID plan, Held one) {
        if (!one.settled || plans.revision(plan) != one.standing.revision()) {
            one.settled = plans.isComplete(plan);
            one.standing = read(plan);
        }
    }

    private Standing read(UUID plan) {
        RouteInput input = plans.problem(plan)
                .map(packed::read)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "POST", "/v1/plans/" + plan));
        RouteProblem problem = input.problem();
        RoutePlan driven = plans.find(plan, Language.EN)
                .flatMap(StoredPlan::plan)
                .map(node -> json.driven(node, input.times()))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "POST", "/v1/plans/" + plan));
        int revision = plans.revision(plan);
        for (JsonNode change : plans.changes(plan)) {
            if (change.equals(IMPROVED)) {
                continue;
            }
            problem = ReviseProblem.after(problem, driven, new ChangesJson(input.times()).read(change));
        }
        return new Standing(revision, input.times(), planner.inForce(problem, known(driven, problem)));
    }

    /** A search that ran while a customer was erased may have written a stop down that is nobody's any more. */
    private static RoutePlan known(RoutePlan driven, RouteProblem problem) {
        Set<String> visits = problem.visits().stream().map(Visit::id).collect(Collectors.toUnmodifiableSet());
        return driven.visiting(visits::contains);
    }
}
