package org.lotse.rules.drools;

import java.util.Collection;
import java.util.function.Consumer;
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
import org.kie.api.KieBase;

/**
 * Builds the Drools rules as objects of its rule model: one per round of rows, in the order in which rounds need each
 * other's conclusions. Which rows of a round hit its {@link RowIndex} says, so that thousands of rows cost little more than
 * a few.
 */
final class Network {
    private Network() {}

    static KieBase build(Collection<Scope> scopes) {
        ModelImpl model = new ModelImpl("lotse");
        for (Scope scope : scopes) {
            model.addRule(rule(scope, 0, Inquiry::askAll));
        }
        return KieBaseBuilder.createKieBaseFromModel((Model) model);
    }

    private static Rule rule(Scope scope, int order, Consumer<Inquiry> asks) {
        Variable<Inquiry> inquiry = PatternDSL.declarationOf(Inquiry.class, "i");
        PatternDef<Inquiry> pattern = PatternDSL.pattern(inquiry);
        InScope inScope = new InScope(scope.number());
        pattern.expr(
                inScope.getExpressionHash(),
                inScope,
                PatternDSL.alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, new ScopeOf(), scope.number()));
        return PatternDSL.rule("scope " + scope.number() + " round " + order)
                .attribute(Rule.Attribute.SALIENCE, -order)
                .build(pattern, PatternDSL.on(inquiry).execute(new Asks(scope.number(), order, asks)));
    }

    /** The rules of this scope only. */
    private record InScope(int scope) implements Predicate1<Inquiry>, HashedExpression {
        @Override
        public boolean test(Inquiry inquiry) {
            return inquiry.scopeNumber() == scope;
        }

        @Override
        public String getExpressionHash() {
            return "scope " + scope;
        }
    }

    private record ScopeOf() implements Function1<Inquiry, Integer>, HashedExpression {
        @Override
        public Integer apply(Inquiry inquiry) {
            return inquiry.scopeNumber();
        }

        @Override
        public String getExpressionHash() {
            return "scope of";
        }
    }

    /** Asks the rows of the round. */
    private record Asks(int scope, int order, Consumer<Inquiry> round) implements Block1<Inquiry>, HashedExpression {
        @Override
        public void execute(Inquiry inquiry) {
            round.accept(inquiry);
        }

        @Override
        public String getExpressionHash() {
            return "asks " + scope + " " + order;
        }
    }
}
