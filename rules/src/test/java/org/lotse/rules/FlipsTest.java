package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.contact.Response;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.explanation.Change;
import org.lotse.engine.explanation.ExplainDecision;
import org.lotse.engine.explanation.WhyNot;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.rules.drools.DroolsRules;

/** Generated rules and customers: every flip stated flips, and no smaller one exists at any border. */
class FlipsTest {
    private static final ChannelKey PHONE = new ChannelKey("Call centre");
    private static final ChannelKey EMAIL = new ChannelKey("EMAIL");
    private static final int BUNDLES = 30;
    private static final int CUSTOMERS = 5;

    private final Map<WhyNot.Needs, Integer> seen = new HashMap<>();

    @Test
    void everyStatedFlipFlipsAndNoSmallerSingleOneExists() {
        for (long seed = 1; seed <= BUNDLES; seed++) {
            Random random = new Random(seed);
            DroolsRules rules = Bundles.compiled(new GeneratedRules(random).bundle());
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                SmallWorld world = world(rules, random);
                String situation = "bundle " + seed + ", customer " + customer + " " + world.attributes + " "
                        + world.direction + " " + world.permissions;
                DecisionRecord record = world.decide();
                for (WhyNot whyNot : new ExplainDecision(record, rules, world, world).whyNot(all -> true)) {
                    check(world, whyNot, situation + ": " + whyNot);
                    seen.merge(whyNot.needs(), 1, Integer::sum);
                }
            }
            rules.close();
        }
        assertThat(seen.getOrDefault(WhyNot.Needs.ONE, 0)).as("%s", seen).isGreaterThan(90);
        assertThat(seen.getOrDefault(WhyNot.Needs.ALL, 0)).as("%s", seen).isGreaterThan(150);
    }

    private static void check(SmallWorld world, WhyNot whyNot, String situation) {
        String action = whyNot.loser().candidate().toString();
        if (whyNot.needs() != WhyNot.Needs.NONE) {
            SmallWorld after = world.copy();
            whyNot.flip().forEach(change -> apply(after, action, change));
            if (whyNot.flip().stream().noneMatch(FlipsTest::isAmount)) {
                assertThat(after.chooses(action)).as(situation).isTrue();
            }
        }
        for (Change other : whyNot.others()) {
            SmallWorld after = world.copy();
            apply(after, action, other);
            assertThat(isAmount(other) || after.chooses(action))
                    .as("%s: %s", situation, other)
                    .isTrue();
        }
        if (whyNot.needs() == WhyNot.Needs.ALL) {
            for (Change left : whyNot.flip()) {
                SmallWorld after = world.copy();
                whyNot.flip().stream().filter(each -> !each.equals(left)).forEach(each -> apply(after, action, each));
                assertThat(after.chooses(action))
                        .as("%s without %s", situation, left)
                        .isFalse();
            }
        }
        double stated =
                whyNot.needs() == WhyNot.Needs.ONE ? whyNot.flip().getFirst().distance() : 1e9;
        borders(world).forEach((changed, distance) -> {
            if (distance < stated - 1e-9) {
                assertThat(changed.chooses(action))
                        .as("%s, but smaller (%s): %s %s", situation, distance, changed.attributes, changed.given)
                        .isFalse();
            }
        });
    }

    /** Every single change to a border, with its distance by the documented measure. */
    private static Map<SmallWorld, Double> borders(SmallWorld world) {
        Map<SmallWorld, Double> worlds = new HashMap<>();
        GeneratedRules.NUMBERS.forEach((term, values) -> {
            TermKey key = new TermKey(term);
            Optional<Double> from = number(world, key);
            double step = term.equals("churn") ? 1e-4 : term.equals("tickets") ? 1 : 0.01;
            for (String value : values) {
                double border = Double.parseDouble(value);
                for (double to : new double[] {border - step, border, border + step}) {
                    double grid = Math.round(to / step) / Math.rint(1 / step);
                    SmallWorld changed = world.copy();
                    changed.given.put(key, Value.of(grid));
                    worlds.put(
                            changed,
                            from.map(number -> Math.abs(grid - number) / scale(term, number, world))
                                    .orElse(1.0));
                }
            }
        });
        for (String contract : List.of("MONTHLY", "YEAR", "NONE")) {
            SmallWorld changed = world.copy();
            changed.given.put(new TermKey("contract"), Value.choice(contract));
            worlds.put(changed, 1.0);
        }
        return worlds;
    }

    /** The largest scale a figure can have: the smallest distance. */
    private static double scale(String term, double from, SmallWorld world) {
        return switch (term) {
            case "churn" -> 1;
            case "top" -> 100;
            default -> {
                Set<Double> asked =
                        world.rules.questions(org.lotse.engine.term.SubjectType.CUSTOMER).comparisons().stream()
                                .filter(each -> each.term().toString().equals(term))
                                .flatMap(each -> each.fixed().stream())
                                .map(value -> ((Value.Num) value).value())
                                .collect(Collectors.toSet());
                double high = Math.max(
                        from, asked.stream().mapToDouble(each -> each).max().orElse(from));
                double low = Math.min(
                        0,
                        Math.min(
                                from,
                                asked.stream().mapToDouble(each -> each).min().orElse(from)));
                yield high > low ? high - low : 1000;
            }
        };
    }

    private static Optional<Double> number(SmallWorld world, TermKey key) {
        return world.decide().inputs().terms().value(key).map(value -> ((Value.Num) value).value());
    }

    private static boolean isAmount(Change change) {
        return change instanceof Change.OfFactor factor
                && factor.factor() != Change.Factor.PROPENSITY
                && factor.factor() != Change.Factor.UPLIFT;
    }

    private static void apply(SmallWorld world, String action, Change change) {
        switch (change) {
            case Change.OfReading reading -> apply(world, reading);
            case Change.OfTime time -> world.at = time.to();
            case Change.OfObjection(var purpose, var channel, var distance) ->
                world.permissions = new Permissions(
                        world.permissions.marketing(),
                        without(world.permissions.objectedPurposes(), purpose),
                        without(world.permissions.objectedChannels(), channel));
            case Change.OfChannel channel -> world.channel = Optional.of(channel.to());
            case Change.OfDirection direction -> world.direction = direction.to();
            case Change.OfFactor factor -> {
                ChannelKey channel = factor.channel();
                String model = world.rules
                        .catalogue()
                        .action(new ActionKey(action))
                        .orElseThrow()
                        .on(channel)
                        .model();
                PairPrediction before = world.predict(
                                model,
                                SmallWorld.CUSTOMER.type(),
                                world.decide().inputs().terms(),
                                action,
                                channel.value())
                        .orElseThrow();
                if (factor.factor() == Change.Factor.PROPENSITY) {
                    world.supposed.put(
                            action + "/" + channel.value(),
                            new PairPrediction(factor.to(), before.uplift(), before.model()));
                }
            }
        }
    }

    private static <T> Set<T> without(Set<T> all, T one) {
        return all.stream().filter(each -> !each.equals(one)).collect(Collectors.toSet());
    }

    private static void apply(SmallWorld world, Change.OfReading reading) {
        TermKey key = reading.term().key();
        if (key.value().equals("consent")) {
            Map<ChannelKey, Boolean> marketing = new HashMap<>(world.permissions.marketing());
            marketing.put(PHONE, reading.to().orElseThrow().equals(Value.of(true)));
            world.permissions = new Permissions(
                    marketing, world.permissions.objectedPurposes(), world.permissions.objectedChannels());
        } else if (reading.to().isPresent()) {
            world.given.put(key, reading.to().get());
        } else {
            world.attributes.remove(key);
        }
    }

    private static SmallWorld world(DroolsRules rules, Random random) {
        SmallWorld world = new SmallWorld(rules);
        put(world, random, "score", Value.of(random.nextInt(-40, 80)));
        put(world, random, "other", Value.of(random.nextInt(10)));
        put(world, random, "fee", Value.of(random.nextInt(1000) / 10.0));
        put(
                world,
                random,
                "contract",
                Value.choice(List.of("MONTHLY", "YEAR", "NONE").get(random.nextInt(3))));
        put(world, random, "city", Value.text(List.of("Kiel", "Jena", "Ulm").get(random.nextInt(3))));
        world.at = Instant.parse("2026-06-15T10:00:00Z").plus(Duration.ofHours(random.nextInt(100)));
        world.direction = random.nextInt(3) == 0 ? Direction.INBOUND : Direction.OUTBOUND;
        world.limit = 1 + random.nextInt(2);
        world.chance = random.nextInt(40) / 100.0;
        world.channel = random.nextInt(8) == 0 ? Optional.of(random.nextBoolean() ? PHONE : EMAIL) : Optional.empty();
        world.permissions = new Permissions(
                random.nextBoolean() ? Map.of(PHONE, true) : Map.of(),
                random.nextInt(8) == 0 ? Set.of(Purpose.MARKETING) : Set.of(),
                random.nextInt(8) == 0 ? Set.of(EMAIL) : Set.of());
        List<String> groups = new ArrayList<>(List.of("retention", "sales"));
        for (int each = random.nextInt(4); each > 0; each--) {
            Instant then = world.at.minus(Duration.ofHours(random.nextInt(400)));
            world.contacts.add(new Contact(
                    then, EMAIL, Optional.empty(), Optional.empty(), Purpose.MARKETING, Direction.OUTBOUND));
            world.responses.add(new Response(
                    "REJECTED",
                    then,
                    Optional.empty(),
                    Optional.of(groups.get(random.nextInt(2))),
                    Optional.empty(),
                    Optional.empty()));
        }
        return world;
    }

    private static void put(SmallWorld world, Random random, String key, Value value) {
        if (random.nextInt(7) > 0) {
            world.attributes.put(new TermKey(key), value);
        }
    }
}
