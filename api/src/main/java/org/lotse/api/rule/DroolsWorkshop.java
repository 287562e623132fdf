package org.lotse.api.rule;

import java.util.List;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.RuleBundle;
import org.springframework.stereotype.Component;

/** Checks and compiles with the rules module. */
@Component
final class DroolsWorkshop implements RuleWorkshop {
    @Override
    public List<Finding> check(RuleBundle bundle) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RuleSet compile(RuleBundle bundle) {
        throw new UnsupportedOperationException();
    }
}
