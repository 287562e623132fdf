package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Two chains search at once, in rounds. Small problems: each searches for itself, and now and then the worse one goes on from
 * the better one's plan. Large ones: the plan is halved anew each round and each chain has its half to itself, so that two
 * threads get twice as far. With a given number of steps the outcome does not depend on the machine's speed.
 */
final class Chains {
    private static final int CHAINS = 2;
    private static final int FEW_VISITS = 300;
    private static final int FEW_TOURS = 8;
    /** Temperatures at the beginning and the end, as shares of the mean cost of one leg; measured, see the decision record. */
    private static final double HOT = 8;

    private static final double HOT_LARGE = 3;
    private static final double COLD = 0.03;
    private static final int LARGE = 600;
    private static final int ROUNDS = 20;

    private final RouteModel model;
    private final Tariff tariff;
    private final List<Chain> chains = new ArrayList<>();
    private final Chance chance;
    private final Draft now;
    private final Draft best;
    private double bestCost;
    private final double leg;
    private final boolean halved;
    private final double hot;

    Chains(Draft first, long seed) {
        this.model = first.model;
        this.tariff = new Tariff(model);
        this.chance = Chance.of(seed * 31 + 17);
        this.now = new Draft(first);
        this.best = new Draft(first);
        this.bestCost = tariff.of(first);
        Closeness closeness = new Closeness(model);
        Neighbours neighbours = new Neighbours(model);
        for (int c = 0; c < CHAINS; c++) {
            chains.add(new Chain(first, tariff, neighbours, closeness, seed * 1_000 + c));
        }
        this.hot = model.visits > LARGE ? HOT_LARGE : HOT;
        int legs = 0;
        double cost = 0;
        for (Timetable tour : first.tours) {
            legs += tour.size() == 0 ? 0 : tour.size() + 1;
            cost += tour.wayCost();
        }
        this.leg = legs == 0 ? 1 : cost / legs;
        long used = Arrays.stream(first.tours).filter(t -> t.size() > 0).count();
        // Visits that hang together must not be planned apart.
        this.halved = model.visits > FEW_VISITS && used >= FEW_TOURS && !model.groups.bind();
    }

    /**
     * When to stop.
     *
     * @param steps how many changes to try, or null
     */
    record End(
            LongSupplier nanos,
            long start,
            long end,
            @Nullable Integer steps,
            BooleanSupplier cancelled) {
        double share() {
            return steps != null ? 0 : (double) (nanos.getAsLong() - start) / (end - start);
        }

        boolean isOver() {
            return cancelled.getAsBoolean() || nanos.getAsLong() >= end;
        }
    }

    /** Searches; each better plan is handed over when its round is over. */
    Draft search(End end, Consumer<Draft> better) {
        for (int round = 1; round <= ROUNDS && !end.isOver(); round++) {
            double from = (round - 1.0) / ROUNDS;
            double to = (double) round / ROUNDS;
            boolean improved = halved ? halves(round, from, to, end) : apart(round, from, to, end);
            if (improved) {
                better.accept(best);
            }
        }
        return best;
    }

    private boolean halves(int round, double from, double to, End end) {
        Parts parts = Parts.halves(now, chance);
        double base = tariff.of(now);
        for (int c = 0; c < CHAINS; c++) {
            chains.get(c).begin(now);
            chains.get(c).own(parts.vans[c], parts.visits[c]);
        }
        together(from, to, end);
        double found = base;
        for (Chain chain : chains) {
            found += chain.bestCost() - base;
        }
        boolean improved = found < bestCost - 1e-4;
        if (improved) {
            best.become(now);
            merge(best, parts, true);
            bestCost = model.shares.count() ? tariff.of(best) : found;
        }
        merge(now, parts, false);
        return improved;
    }

    private void merge(Draft plan, Parts parts, boolean bests) {
        for (int c = 0; c < CHAINS; c++) {
            for (int k = 0; k < model.vans; k++) {
                if (parts.vans[c][k]) {
                    plan.set(k, new int[0], 0);
                }
            }
        }
        for (int c = 0; c < CHAINS; c++) {
            if (bests) {
                chains.get(c).bestInto(plan, parts.vans[c]);
            } else {
                chains.get(c).nowInto(plan, parts.vans[c]);
            }
        }
    }

    private boolean apart(int round, double from, double to, End end) {
        Parts all = Parts.whole(model, CHAINS);
        for (int c = 0; c < CHAINS; c++) {
            chains.get(c).own(all.vans[c], all.visits[c]);
        }
        together(from, to, end);
        Chain better = chains.get(0).bestCost() <= chains.get(1).bestCost() ? chains.get(0) : chains.get(1);
        Chain worse = chains.get(0) == better ? chains.get(1) : chains.get(0);
        boolean improved = better.bestCost() < bestCost - 1e-4;
        if (improved) {
            bestCost = better.bestCost();
            for (int k = 0; k < model.vans; k++) {
                best.set(k, new int[0], 0);
            }
            better.bestInto(best, all.vans[0]);
        }
        if (round % 4 == 0) {
            worse.begin(best);
        }
        now.become(best);
        return improved;
    }

    private void together(double from, double to, End end) {
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (Chain chain : chains) {
            FutureTask<Boolean> task = new FutureTask<>(() -> chain.run(course(from, to, end)), true);
            tasks.add(task);
            if (chain != chains.getFirst()) {
                Thread.ofPlatform().daemon().name("route-chain").start(task);
            }
        }
        tasks.getFirst().run();
        for (FutureTask<Boolean> task : tasks) {
            joined(task);
        }
    }

    private Chain.Course course(double from, double to, End end) {
        Integer steps = end.steps();
        long most = steps == null ? Long.MAX_VALUE : Math.round((to - from) * steps / CHAINS);
        return changes -> {
            double share = steps == null ? end.share() : Math.min(to, from + (to - from) * changes / Math.max(1, most));
            boolean over = end.isOver() || (steps == null ? share >= to : changes >= most);
            return over ? -1 : leg * hot * Math.pow(COLD / hot, share);
        };
    }

    private static void joined(FutureTask<Boolean> task) {
        boolean interrupted = false;
        while (true) {
            try {
                task.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException(
                        "A chain of the search for routes failed: " + e.getCause(), e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
