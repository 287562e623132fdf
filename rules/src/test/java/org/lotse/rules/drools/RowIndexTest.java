package org.lotse.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.HitPolicy;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;

/** The rows an index finds are those plain Drools finds and those a walk finds, on generated rows and values. */
class RowIndexTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final TermPath[] NUMBERS = {path("a"), path("b")};
    private static final TermPath CHOICE = path("c");
    private static final TermPath TEXT = path("t");
    private static final TermPath DAY = path("d");
    private static final TermPath YES_NO = path("y");

    @Test
    void findsWhatPlainDroolsFinds() {
        for (long seed = 1; seed <= 25; seed++) {
            Random random = new Random(seed);
            Slots slots = new Slots();
            List<Entry> entries = entries(random, 1 + random.nextInt(90), slots);
            Round round = new Round(entries);
            PlainNetwork plain = new PlainNetwork(entries);
            for (int question = 0; question < 60; question++) {
                RowFact fact = new RowFact(round, values(random, slots), TODAY);
                round.ask(fact);

                assertThat(hits(fact))
                        .as("seed %d, question %d", seed, question)
                        .isEqualTo(plain.hits(fact))
                        .isEqualTo(walked(entries, fact));
            }
        }
    }

    @Test
    void findsWhatAWalkFindsInThousandsOfRows() {
        Random random = new Random(77);
        Slots slots = new Slots();
        List<Entry> entries = entries(random, 6_000, slots);
        Round round = new Round(entries);
        for (int question = 0; question < 300; question++) {
            RowFact fact = new RowFact(round, values(random, slots), TODAY);
            round.ask(fact);

            assertThat(hits(fact)).as("question %d", question).isEqualTo(walked(entries, fact));
        }
    }

    private static Set<Integer> hits(RowFact fact) {
        Set<Integer> hits = new TreeSet<>();
        for (int place = fact.hits().nextInBoth(fact.hits(), 0);
                place >= 0;
                place = fact.hits().nextInBoth(fact.hits(), place + 1)) {
            hits.add(place);
        }
        return hits;
    }

    private static Set<Integer> walked(List<Entry> entries, RowFact fact) {
        Set<Integer> hits = new TreeSet<>();
        entries.stream().filter(entry -> entry.holds(fact)).forEach(entry -> hits.add(entry.place()));
        return hits;
    }

    private static @Nullable Value[] values(Random random, Slots slots) {
        @Nullable Value[] values = new Value[slots.count()];
        for (TermPath number : NUMBERS) {
            put(values, slots, number, random, Value.of(random.nextInt(60) / 2.0));
        }
        put(values, slots, CHOICE, random, Value.choice("C" + random.nextInt(5)));
        put(values, slots, TEXT, random, Value.text(word(random) + " " + word(random)));
        put(values, slots, DAY, random, Value.of(TODAY.minusDays(random.nextInt(40) - 5)));
        put(values, slots, YES_NO, random, Value.of(random.nextBoolean()));
        return values;
    }

    private static void put(@Nullable Value[] values, Slots slots, TermPath path, Random random, Value value) {
        int slot = slots.find(path);
        if (slot >= 0 && random.nextInt(6) > 0) {
            values[slot] = value;
        }
    }

    private static List<Entry> entries(Random random, int count, Slots slots) {
        List<Entry> entries = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rules.add(new Rule(
                    new RowRef("tables/generated.csv", "", row + 3, ""),
                    random.nextInt(9) == 0 ? Optional.of(TODAY.plusDays(random.nextInt(5) - 2)) : Optional.empty(),
                    random.nextInt(9) == 0 ? Optional.of(TODAY.plusDays(random.nextInt(5) - 2)) : Optional.empty(),
                    new Condition.All(conditions(random, 2)),
                    List.of(new Consequence.SetTerm(new TermKey("r"), new Operand.Fixed(Value.of(row)), "Z" + row))));
        }
        RuleFile file = file(rules);
        for (Rule rule : rules) {
            entries.add(Entry.of(
                    entries.size(), file, rule, Asked.of(rule.condition(), slots), rule.consequences(), slots));
        }
        return entries;
    }

    private static List<Condition> conditions(Random random, int depth) {
        List<Condition> conditions = new ArrayList<>();
        for (int number = random.nextInt(4); number > 0; number--) {
            conditions.add(condition(random, depth));
        }
        return conditions;
    }

    private static Condition condition(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0, 1 ->
                test(
                        NUMBERS[random.nextInt(2)],
                        one(random, Operator.FROM, Operator.ABOVE, Operator.UP_TO, Operator.BELOW, Operator.IS),
                        new Operand.Fixed(Value.of(random.nextInt(60) / 2.0)));
            case 2 ->
                test(
                        CHOICE,
                        one(random, Operator.IS, Operator.IS_NOT, Operator.IS_ONE_OF, Operator.IS_NONE_OF),
                        new Operand.Fixed(Value.choice("C" + random.nextInt(4))),
                        new Operand.Fixed(Value.choice("C" + random.nextInt(4))));
            case 3 ->
                test(
                        DAY,
                        one(random, Operator.BEFORE, Operator.AFTER, Operator.IS),
                        new Operand.Fixed(Value.of(TODAY.minusDays(random.nextInt(30)))));
            case 4 ->
                random.nextBoolean()
                        ? test(TEXT, Operator.CONTAINS, new Operand.Fixed(Value.text(word(random))))
                        : test(DAY, Operator.WITHIN_THE_LAST, new Operand.Fixed(Value.of(random.nextInt(20))));
            case 5 ->
                random.nextBoolean()
                        ? test(YES_NO, Operator.IS, new Operand.Fixed(Value.of(random.nextBoolean())))
                        : test(one(random, CHOICE, TEXT, DAY), one(random, Operator.IS_GIVEN, Operator.IS_MISSING));
            case 6 ->
                test(
                        NUMBERS[0],
                        one(random, Operator.FROM, Operator.BELOW),
                        random.nextBoolean()
                                ? new Operand.OfTerm(NUMBERS[1])
                                : new Operand.Calculated(new Calculation.Binary(
                                        Calculation.Sign.PLUS,
                                        new Calculation.Of(NUMBERS[1]),
                                        new Calculation.Constant(random.nextInt(10)))));
            case 7 -> new Condition.All(conditions(random, depth - 1));
            default -> new Condition.Any(conditions(random, depth - 1));
        };
    }

    private static Condition.Test test(TermPath term, Operator operator, Operand... operands) {
        boolean many = operator == Operator.IS_ONE_OF || operator == Operator.IS_NONE_OF;
        return new Condition.Test(
                term, operator, many || operands.length < 2 ? List.of(operands) : List.of(operands[0]), "C3");
    }

    private static String word(Random random) {
        return one(random, "roof", "water", "fire", "hail");
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static TermPath path(String key) {
        return TermPath.of(new TermKey(key));
    }

    private static RuleFile file(List<Rule> rules) {
        return new RuleFile(
                "tables/generated.csv",
                "",
                "generated",
                Language.EN,
                SubjectType.CUSTOMER,
                Optional.empty(),
                HitPolicy.COLLECT,
                rules);
    }
}
