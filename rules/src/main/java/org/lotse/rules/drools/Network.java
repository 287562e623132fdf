package org.lotse.rules.drools;

import java.util.Collection;
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
 * Builds the Drools rules as objects of its rule model: one per scope, which asks the rounds of rows in the order in which
 * they need each other's conclusions. Which rows of a round hit its {@link RowIndex} says, so that thousands of rows cost
 * little more than a few.
 */
final class Network {
    private Network() {}

    static KieBase build(Collection<Scope> scopes) {
        ModelImpl model = new ModelImpl("lotse");
        for (Scope scope : scopes) {
            model.addRule(rule(scope));
        }
        return KieBaseBuilder.createKieBaseFromModel((Model) model);
    }

    private static Rule rule(Scope scope) {
        Variable<Inquiry> inquiry = PatternDSL.declarationOf(Inquiry.class, "i");
        PatternDef<Inquiry> pattern = PatternDSL.pattern(inquiry);
        InScope inScope = new InScope(scope.number());
        pattern.expr(
                inScope.getExpressionHash(),
                inScope,
                PatternDSL.alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, new ScopeOf(), scope.number()));
        return PatternDSL.rule("scope " + scope.number())
                .build(pattern, PatternDSL.on(inquiry).execute(new Asks(scope.number())));
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

    /** Asks the rows, round by round. */
    private record Asks(int scope) implements Block1<Inquiry>, HashedExpression {
        @Override
        public void execute(Inquiry inquiry) {
            inquiry.ask();
        }

        @Override
        public String getExpressionHash() {
            return "asks " + scope;
        }
    }
}
