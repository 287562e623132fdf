package org.lotse.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.kie.api.runtime.KieSession;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Value;

/** One Drools rule per row, every comparison a constraint of its own: what the index of rows is held against. */
final class PlainNetwork {
    private final KieBase base;

    /** A fact that notes which rows hit. */
    private record Noting(RowFact fact, Set<Integer> hits) {}

    PlainNetwork(List<Entry> entries) {
        ModelImpl model = new ModelImpl("plain");
        entries.forEach(entry -> model.addRule(rule(entry)));
        this.base = KieBaseBuilder.createKieBaseFromModel((Model) model);
    }

    /** The rows that hit, by place. */
    Set<Integer> hits(RowFact fact) {
        Noting noting = new Noting(fact, new TreeSet<>());
        KieSession session = base.newKieSession();
        session.insert(noting);
        session.fireAllRules();
        session.dispose();
        return noting.hits();
    }

    private static Rule rule(Entry entry) {
        Variable<Noting> fact = PatternDSL.declarationOf(Noting.class, "f");
        PatternDef<Noting> pattern = PatternDSL.pattern(fact);
        Holds valid = new Holds("valid " + entry.place(), each -> entry.isValidOn(each.today()));
        pattern.expr(valid.getExpressionHash(), valid);
        int number = 0;
        for (Asked part : parts(entry.asked())) {
            Holds holds = new Holds("row " + entry.place() + " part " + number++, part::holds);
            if (part instanceof Asked.Test test
                    && test.needed().size() == 1
                    && test.needed().getFirst() instanceof Asked.Needed.Fixed(Value.Num(double value))
                    && type(test.operator()) != null) {
                pattern.expr(
                        holds.getExpressionHash(),
                        holds,
                        PatternDSL.alphaIndexedBy(
                                Double.class,
                                type(test.operator()),
                                1 + test.slot(),
                                new NumberIn(test.slot()),
                                value));
            } else {
                pattern.expr(holds.getExpressionHash(), holds);
            }
        }
        return PatternDSL.rule("r" + entry.place())
                .build(pattern, PatternDSL.on(fact).execute(new Hit(entry.place())));
    }

    private static @Nullable ConstraintType type(Operator operator) {
        return switch (operator) {
            case FROM -> ConstraintType.GREATER_OR_EQUAL;
            case ABOVE -> ConstraintType.GREATER_THAN;
            case UP_TO -> ConstraintType.LESS_OR_EQUAL;
            case BELOW -> ConstraintType.LESS_THAN;
            default -> null;
        };
    }

    private static List<Asked> parts(Asked asked) {
        if (!(asked instanceof Asked.All(List<Asked> parts))) {
            return List.of(asked);
        }
        List<Asked> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(parts(part)));
        return flat;
    }

    private record Holds(String name, java.util.function.Predicate<RowFact> asked)
            implements Predicate1<Noting>, HashedExpression {
        @Override
        public boolean test(Noting noting) {
            return asked.test(noting.fact());
        }

        @Override
        public String getExpressionHash() {
            return name;
        }
    }

    @SuppressWarnings("NullAway") // Drools' index takes null for "no value": such a fact matches none of its rows.
    private record NumberIn(int slot) implements Function1<Noting, Double>, HashedExpression {
        @Override
        public @Nullable Double apply(Noting noting) {
            return noting.fact().value(slot) instanceof Value.Num(double number) ? (Double) number : null;
        }

        @Override
        public String getExpressionHash() {
            return "number " + slot;
        }
    }

    private record Hit(int place) implements Block1<Noting>, HashedExpression {
        @Override
        public void execute(Noting noting) {
            noting.hits().add(place);
        }

        @Override
        public String getExpressionHash() {
            return "hit " + place;
        }
    }
}
