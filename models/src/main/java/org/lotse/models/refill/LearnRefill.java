package org.lotse.models.refill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

/**
 * Learns intervals between purchases from those that have ended. It is judged forward in time: what was learned from the
 * first three quarters against the intervals that ended after them.
 */
public final class LearnRefill {
    private static final int FEWEST = 30;
    private static final int ROUNDS = 12;
    private static final double FIRST = 0.75;

    private final ModelDefinition definition;

    public LearnRefill(ModelDefinition definition) {
        this.definition = definition;
    }

    /**
     * What was learned.
     *
     * @param evaluation days predicted for the last quarter against days that passed
     * @param candidates mean absolute error in days of what is usual for the product, and with the customer's own
     * @param spells how many intervals were learned from
     */
    public record LearnedRefill(
            RefillModel model, Evaluation.Amounts evaluation, List<Candidate> candidates, int spells) {}

    /** Learns from a table of purchases. */
    public LearnedRefill learn(Table table, Progress progress) {
        progress.step("read purchases", 0);
        Supplies.Columns columns = Supplies.Columns.of(table, definition);
        Supplies supplies = new Supplies(table, columns);
        List<Supplies.Spell> all = supplies.until(supplies.last());
        if (all.size() < FEWEST) {
            throw new ModelProblem("Only " + all.size() + " times a customer bought the same product again; "
                    + definition.name() + " needs at least " + FEWEST + ". Maybe bring more purchases.");
        }
        progress.step("fit intervals", 0.2);
        RefillModel whole = fit(columns, all);
        progress.step("evaluate", 0.6);
        long[] ends = all.stream().mapToLong(Supplies.Spell::end).sorted().toArray();
        long cut = ends[(int) (FIRST * (ends.length - 1))];
        List<Supplies.Spell> before =
                all.stream().filter(spell -> spell.end() <= cut).toList();
        List<Supplies.Spell> after =
                all.stream().filter(spell -> spell.end() > cut).toList();
        RefillModel known = fit(columns, before);
        double[] passed = after.stream().mapToDouble(Supplies.Spell::days).toArray();
        double[] usual = after.stream()
                .mapToDouble(spell -> Math.exp(known.ofProduct(spell.key().product())))
                .toArray();
        double[] own = forward(known, supplies, after);
        Evaluation.Amounts evaluation = Evaluate.amounts(own, passed);
        return new LearnedRefill(
                whole,
                evaluation,
                List.of(
                        new Candidate(
                                "usual for the product, mean error in days",
                                Evaluate.amounts(usual, passed).meanAbsoluteError()),
                        new Candidate(
                                "drawn from the product to the customer's own, mean error in days",
                                evaluation.meanAbsoluteError())),
                all.size());
    }

    /** Every interval of other purchases, as expected on the day it begins. */
    public static Evaluation judged(ModelDefinition definition, RefillModel model, Supplies supplies) {
        List<Supplies.Spell> spells = supplies.until(supplies.last());
        if (spells.isEmpty()) {
            throw new ModelProblem("Nobody of the table bought the same product again, so that intervals of "
                    + definition.name() + " cannot be compared. Maybe bring a longer table.");
        }
        return Evaluate.amounts(
                forward(model, supplies, spells),
                spells.stream().mapToDouble(Supplies.Spell::days).toArray());
    }

    /** Each interval as it is expected on the day it begins. */
    private static double[] forward(RefillModel known, Supplies supplies, List<Supplies.Spell> after) {
        Map<String, Supplies> byCustomer = supplies.byCustomer();
        Map<String, Map<Long, Map<String, Double>>> asked = new HashMap<>();
        return after.stream()
                .mapToDouble(spell -> asked.computeIfAbsent(spell.key().customer(), some -> new HashMap<>())
                        .computeIfAbsent(spell.begin(), day -> {
                            Map<String, Double> intervals = new HashMap<>();
                            Supplies own = byCustomer.getOrDefault(spell.key().customer(), new Supplies());
                            known.intervals(own, day).forEach(due -> intervals.put(due.product(), due.interval()));
                            return intervals;
                        })
                        .getOrDefault(spell.key().product(), Math.exp(known.usual())))
                .toArray();
    }

    /** Products, customers and pairs in turns, each against what the others leave; then their variances. */
    private static RefillModel fit(Supplies.Columns columns, List<Supplies.Spell> spells) {
        double usualQuantity = spells.stream()
                .mapToDouble(spell -> Math.log(Math.max(1e-9, spell.quantity())))
                .average()
                .orElse(0);
        double perQuantity = perQuantity(spells);
        RefillModel bare =
                new RefillModel(columns, 0, Map.of(), perQuantity, usualQuantity, new RefillModel.Spread(0, 0, 0, 1));
        double[] logs = spells.stream().mapToDouble(bare::logDays).toArray();
        double usual = Arrays.stream(logs).average().orElse(0);
        double[] left = Arrays.stream(logs).map(log -> log - usual).toArray();
        Level product = new Level(spells, spell -> spell.key().product());
        Level customer = new Level(spells, spell -> spell.key().customer());
        Level pair = new Level(spells, Supplies.Spell::key);
        double noise = Math.max(
                1e-4, Arrays.stream(left).map(each -> each * each).average().orElse(1) / 2);
        for (int round = 0; round < ROUNDS; round++) {
            for (Level level : List.of(product, customer, pair)) {
                level.fit(left, noise);
            }
            double square = 0;
            for (double each : left) {
                square += each * each;
            }
            double free = left.length - product.free() - customer.free() - pair.free();
            noise = Math.max(1e-4, square / Math.max(1, free));
        }
        return new RefillModel(
                columns,
                usual,
                product.effects(),
                perQuantity,
                usualQuantity,
                new RefillModel.Spread(product.variance, customer.variance, pair.variance, noise));
    }

    /** By which exponent intervals of one customer and product grow with the quantity, drawn to zero. */
    private static double perQuantity(List<Supplies.Spell> spells) {
        Map<Supplies.Key, List<Supplies.Spell>> pairs = new HashMap<>();
        spells.forEach(spell ->
                pairs.computeIfAbsent(spell.key(), some -> new ArrayList<>()).add(spell));
        double both = 0;
        double square = 10;
        for (List<Supplies.Spell> own : pairs.values()) {
            double days = own.stream()
                    .mapToDouble(spell -> Math.log(Math.max(1, spell.days())))
                    .average()
                    .orElse(0);
            double many = own.stream()
                    .mapToDouble(spell -> Math.log(spell.quantity()))
                    .average()
                    .orElse(0);
            for (Supplies.Spell spell : own) {
                double more = Math.log(spell.quantity()) - many;
                both += more * (Math.log(Math.max(1, spell.days())) - days);
                square += more * more;
            }
        }
        return Math.clamp(both / square, 0, 1);
    }

    /** One kind of difference between spells. */
    private static final class Level {
        private final int[] of;
        private final List<Object> names = new ArrayList<>();
        private final int[] counts;
        private double[] effects;
        private double variance = 0.2;
        private double free;

        Level(List<Supplies.Spell> spells, Function<Supplies.Spell, Object> name) {
            Map<Object, Integer> numbers = new HashMap<>();
            of = new int[spells.size()];
            for (int i = 0; i < of.length; i++) {
                Object own = name.apply(spells.get(i));
                of[i] = numbers.computeIfAbsent(own, some -> {
                    names.add(some);
                    return numbers.size();
                });
            }
            counts = new int[names.size()];
            for (int each : of) {
                counts[each]++;
            }
            effects = new double[names.size()];
        }

        /** Takes the effects anew and leaves what they do not explain. */
        void fit(double[] left, double noise) {
            double[] sums = new double[effects.length];
            for (int i = 0; i < of.length; i++) {
                left[i] += effects[of[i]];
                sums[of[i]] += left[i];
            }
            double spread = 0;
            free = 0;
            double[] now = new double[effects.length];
            for (int k = 0; k < now.length; k++) {
                double precision = counts[k] / noise + 1 / variance;
                now[k] = sums[k] / noise / precision;
                spread += now[k] * now[k] + 1 / precision;
                free += counts[k] / noise / precision;
            }
            variance = Math.max(1e-6, spread / now.length);
            effects = now;
            for (int i = 0; i < of.length; i++) {
                left[i] -= effects[of[i]];
            }
        }

        double free() {
            return free;
        }

        Map<String, Double> effects() {
            Map<String, Double> named = new TreeMap<>();
            for (int k = 0; k < effects.length; k++) {
                named.put(names.get(k).toString(), effects[k]);
            }
            return named;
        }
    }
}
