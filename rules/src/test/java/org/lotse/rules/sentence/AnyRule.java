package org.lotse.rules.sentence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Rule;

/** Seeded rules about customers of the demo company, of every form a sentence can have. */
final class AnyRule {
    private static final List<Operator> NUMERIC = List.of(
            Operator.IS,
            Operator.IS_NOT,
            Operator.IS_ONE_OF,
            Operator.IS_NONE_OF,
            Operator.FROM,
            Operator.ABOVE,
            Operator.UP_TO,
            Operator.BELOW,
            Operator.IS_GIVEN,
            Operator.IS_MISSING);
    private static final List<Operator> CHOICE =
            List.of(Operator.IS, Operator.IS_NOT, Operator.IS_ONE_OF, Operator.IS_NONE_OF, Operator.IS_MISSING);
    private static final List<Operator> TEXT =
            List.of(Operator.IS, Operator.IS_NOT, Operator.CONTAINS, Operator.STARTS_WITH, Operator.IS_ONE_OF);
    private static final List<Operator> YES_NO = List.of(Operator.IS, Operator.IS_NOT, Operator.IS_MISSING);

    private final Random random;
    private final List<Term> terms =
            List.copyOf(Demo.VOCABULARY.terms(SubjectType.CUSTOMER).values());

    AnyRule(long seed) {
        random = new Random(seed);
    }

    Rule rule() {
        Condition condition = random.nextInt(12) == 0 ? Condition.ALWAYS : condition(2);
        List<Consequence> consequences = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(ignored -> consequence())
                .toList();
        return new Rule(
                new RowRef("x.rules", "", 1, "Name"), Optional.empty(), Optional.empty(), condition, consequences);
    }

    private Condition condition(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return test();
        }
        List<Condition> parts = IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(ignored -> condition(depth - 1))
                .toList();
        return random.nextBoolean() ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private Condition.Test test() {
        Term term = any(terms);
        Operator operator = any(operators(term.type()));
        List<Operand> operands = new ArrayList<>();
        int count = switch (operator) {
            case IS_GIVEN, IS_MISSING -> 0;
            case IS_ONE_OF, IS_NONE_OF -> 1 + random.nextInt(3);
            default -> 1;
        };
        boolean single = count == 1 && operator != Operator.IS_ONE_OF && operator != Operator.IS_NONE_OF;
        for (int at = 0; at < count; at++) {
            operands.add(single && term.type().isNumeric() && random.nextInt(4) == 0 ? derived(term) : fixed(term));
        }
        return new Condition.Test(TermPath.of(term.key()), operator, operands, "");
    }

    private List<Operator> operators(TermType type) {
        return switch (type) {
            case NUMBER, MONEY, PROBABILITY, PERCENT, COUNT, DURATION -> NUMERIC;
            case CHOICE -> CHOICE;
            case TEXT -> TEXT;
            case YES_NO -> YES_NO;
            case DATE -> List.of(Operator.IS, Operator.FROM, Operator.UP_TO, Operator.BEFORE, Operator.AFTER);
        };
    }

    private Operand derived(Term term) {
        if (random.nextBoolean()) {
            return new Operand.Calculated(calculation(2));
        }
        List<Term> alike =
                terms.stream().filter(other -> other.type() == term.type()).toList();
        return new Operand.OfTerm(TermPath.of(any(alike).key()));
    }

    private Calculation calculation(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return random.nextBoolean()
                    ? new Calculation.Constant(random.nextInt(1000) / 8.0)
                    : new Calculation.Of(TermPath.of(any(terms.stream()
                                    .filter(term -> term.type().isNumeric())
                                    .toList())
                            .key()));
        }
        Calculation left = calculation(depth - 1);
        Calculation right = calculation(depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> new Calculation.Binary(any(List.of(Calculation.Sign.values())), left, right);
            case 1 -> new Calculation.Call(Calculation.Name.ROUND, List.of(left));
            default ->
                new Calculation.Call(
                        random.nextBoolean() ? Calculation.Name.MIN : Calculation.Name.MAX, List.of(left, right));
        };
    }

    private Operand fixed(Term term) {
        double low = term.range().map(Term.Range::lowest).orElse(0.0);
        double high = Math.min(term.range().map(Term.Range::highest).orElse(1000.0), 100_000);
        return new Operand.Fixed(
                switch (term.type()) {
                    case NUMBER, MONEY, DURATION ->
                        Value.of(Math.round((low + random.nextDouble() * (high - low)) * 100) / 100.0);
                    case PROBABILITY -> Value.of(random.nextInt(101) / 100.0);
                    case PERCENT -> Value.of(random.nextInt(101));
                    case COUNT -> Value.of(random.nextInt(50));
                    case DATE -> Value.of(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700)));
                    case TEXT -> Value.text(any(List.of("Nord", "a \"b\"", "x and y", "10115", "Straße, Ecke")));
                    case CHOICE -> Value.choice(any(List.copyOf(term.values().keySet())));
                    case YES_NO -> Value.of(random.nextBoolean());
                });
    }

    private Consequence consequence() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> set();
            case 2 ->
                new Consequence.AddPoints(
                        new org.lotse.engine.term.TermKey("lead-points"),
                        random.nextBoolean()
                                ? new Operand.Fixed(Value.of(random.nextInt(40) - 20))
                                : new Operand.Calculated(calculation(1)),
                        "");
            case 3 -> new Consequence.AddAction(any(actions()), "");
            case 4 ->
                random.nextBoolean()
                        ? new Consequence.UseChannel(any(channels()), "")
                        : new Consequence.ForbidChannel(any(channels()), "");
            default ->
                new Consequence.ActionVerdict(selector(), any(List.of(Layer.values())), random.nextBoolean(), "");
        };
    }

    private Consequence set() {
        Term term = any(terms.stream()
                .filter(each -> each.source() instanceof Source.Rules)
                .toList());
        Operand value =
                term.type().isNumeric() && random.nextBoolean() ? new Operand.Calculated(calculation(2)) : fixed(term);
        return new Consequence.SetTerm(term.key(), value, "");
    }

    private ActionSelector selector() {
        return switch (random.nextInt(4)) {
            case 0 -> ActionSelector.ALL;
            case 1 -> ActionSelector.ofGroup(any(List.of("sales", "retention", "loyalty")));
            case 2 -> ActionSelector.ofPurpose(any(List.of(Purpose.values())));
            default -> {
                Set<ActionKey> some = new LinkedHashSet<>();
                IntStream.rangeClosed(0, random.nextInt(3)).forEach(ignored -> some.add(any(actions())));
                yield new ActionSelector(some, Set.of(), Set.of());
            }
        };
    }

    private static List<ActionKey> actions() {
        return List.copyOf(Demo.CATALOGUE.actions().keySet());
    }

    private static List<ChannelKey> channels() {
        return List.copyOf(Demo.CATALOGUE.channels().keySet());
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
