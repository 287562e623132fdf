package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;

class ShippedRulesTest {
    @Test
    void areReadAndCheckedWithoutErrors() {
        RuleBundle bundle = ShippedRules.bundle();

        List<Finding> findings = new CheckRules().check(bundle);

        findings.forEach(System.out::println);
        assertThat(findings).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
