package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.model.AlphaIndex;
import org.drools.model.Index.ConstraintType;
import org.drools.model.Model;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.Block1;
import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Value;

/**
 * Builds the Drools rules, one per entry, as objects of its rule model. Comparisons with fixed values are declared as
 * indexable, so that a table of thousands of rows is not walked row by row.
 */
final class Network {
    private Network() {}

    static KieBase build(List<Entry> entries) {
        ModelImpl model = new ModelImpl("lotse");
        for (Entry entry : entries) {
            model.addRule(rule(entry));
        }
        return KieBaseBuilder.createKieBaseFromModel((Model) model);
    }

    private static Rule rule(Entry entry) {
        Variable<RowFact> fact = PatternDSL.declarationOf(RowFact.class, "f");
        PatternDef<RowFact> pattern = PatternDSL.pattern(fact);
        InRound round = new InRound(entry.round());
        pattern.expr(
                round.getExpressionHash(),
                round,
                PatternDSL.alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, new RoundOf(), entry.round()));
        entry.rule().validFrom().ifPresent(day -> add(pattern, new ValidOn(day, true)));
        entry.rule().validUntil().ifPresent(day -> add(pattern, new ValidOn(day, false)));
        for (Asked part : parts(entry.asked())) {
            add(pattern, part);
        }
        return PatternDSL.rule("r" + entry.number())
                .build(pattern, PatternDSL.on(fact).execute(new Hit(entry.number())));
    }

    private static List<Asked> parts(Asked asked) {
        if (!(asked instanceof Asked.All(List<Asked> parts))) {
            return List.of(asked);
        }
        List<Asked> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(parts(part)));
        return flat;
    }

    private static void add(PatternDef<RowFact> pattern, ValidOn valid) {
        pattern.expr(valid.getExpressionHash(), valid);
    }

    private static void add(PatternDef<RowFact> pattern, Asked part) {
        Holds holds = new Holds(part);
        Optional<AlphaIndex<RowFact, ?>> index = index(part);
        if (index.isPresent()) {
            pattern.expr(holds.getExpressionHash(), holds, index.get());
        } else {
            pattern.expr(holds.getExpressionHash(), holds);
        }
    }

    private static Optional<AlphaIndex<RowFact, ?>> index(Asked part) {
        if (!(part instanceof Asked.Test test)
                || test.needed().size() != 1
                || !(test.needed().getFirst() instanceof Asked.Needed.Fixed(Value value))) {
            return Optional.empty();
        }
        Optional<ConstraintType> type = type(test.operator());
        int id = 1 + test.slot();
        return switch (value) {
            case Value.Num(double number)
            when type.isPresent() ->
                Optional.of(PatternDSL.alphaIndexedBy(Double.class, type.get(), id, new NumberIn(test.slot()), number));
            case Value.Choice(String key)
            when test.operator() == Operator.IS ->
                Optional.of(PatternDSL.alphaIndexedBy(
                        String.class, ConstraintType.EQUAL, id, new ChoiceIn(test.slot()), key));
            default -> Optional.empty();
        };
    }

    private static Optional<ConstraintType> type(Operator operator) {
        return switch (operator) {
            case FROM -> Optional.of(ConstraintType.GREATER_OR_EQUAL);
            case ABOVE -> Optional.of(ConstraintType.GREATER_THAN);
            case UP_TO -> Optional.of(ConstraintType.LESS_OR_EQUAL);
            case BELOW -> Optional.of(ConstraintType.LESS_THAN);
            default -> Optional.empty();
        };
    }

    /** The rows of this round only. */
    private record InRound(int round) implements Predicate1<RowFact>, HashedExpression {
        @Override
        public boolean test(RowFact fact) {
            return fact.round() == round;
        }

        @Override
        public String getExpressionHash() {
            return "round " + round;
        }
    }

    /** Whether the row is valid on the day of the decision. */
    private record ValidOn(LocalDate day, boolean from) implements Predicate1<RowFact>, HashedExpression {
        @Override
        public boolean test(RowFact fact) {
            return from ? !fact.today().isBefore(day) : !fact.today().isAfter(day);
        }

        @Override
        public String getExpressionHash() {
            return (from ? "from " : "until ") + day;
        }
    }

    /** Whether a condition holds. Equal conditions share a node, whatever cell they stand in. */
    private record Holds(Asked asked) implements Predicate1<RowFact>, HashedExpression {
        @Override
        public boolean test(RowFact fact) {
            return asked.holds(fact);
        }

        @Override
        public String getExpressionHash() {
            return Fingerprint.of(asked);
        }
    }

    private record RoundOf() implements Function1<RowFact, Integer>, HashedExpression {
        @Override
        public Integer apply(RowFact fact) {
            return fact.round();
        }

        @Override
        public String getExpressionHash() {
            return "round";
        }
    }

    @SuppressWarnings("NullAway") // Drools' index takes null for "no value": such a fact matches none of its rows.
    private record NumberIn(int slot) implements Function1<RowFact, Double>, HashedExpression {
        @Override
        public @Nullable Double apply(RowFact fact) {
            return fact.value(slot) instanceof Value.Num(double number) ? (Double) number : null;
        }

        @Override
        public String getExpressionHash() {
            return "number " + slot;
        }
    }

    @SuppressWarnings("NullAway") // Drools' index takes null for "no value": such a fact matches none of its rows.
    private record ChoiceIn(int slot) implements Function1<RowFact, String>, HashedExpression {
        @Override
        public @Nullable String apply(RowFact fact) {
            return fact.value(slot) instanceof Value.Choice(String key) ? key : null;
        }

        @Override
        public String getExpressionHash() {
            return "choice " + slot;
        }
    }

    /** Notes that the row was hit. */
    private record Hit(int entry) implements Block1<RowFact>, HashedExpression {
        @Override
        public void execute(RowFact fact) {
            fact.hit(entry);
        }

        @Override
        public String getExpressionHash() {
            return "hit " + entry;
        }
    }
}
