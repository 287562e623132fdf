package org.lotse.api.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.CompileRules;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.RuleBundle;
import org.springframework.stereotype.Component;

/** Checks and compiles with the rules module. */
@Component
final class DroolsWorkshop implements RuleWorkshop {
    private final Clock clock;

    DroolsWorkshop(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> check(RuleBundle bundle) {
        return checking().check(bundle);
    }

    @Override
    public RuleSet compile(RuleBundle bundle) {
        return new CompileRules(checking()).compile(bundle);
    }

    private CheckRules checking() {
        return new CheckRules(Optional.empty(), Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }
}
