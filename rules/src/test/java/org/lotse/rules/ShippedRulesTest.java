package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lotse.rules.Asking.verify;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;

class ShippedRulesTest {
    @Test
    void areReadAndCheckedWithoutErrors() {
        List<Finding> findings = new CheckRules().check(ShippedRules.bundle());

        assertThat(findings).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void sendLittlePotentialToTheNewsletter() {
        verify("tables/channel")
                .given("lead-score", "0.4")
                .decides("channel", "EMAIL")
                .because("newsletter only");
    }

    @Test
    void visitHighPotential() {
        verify("tables/channel").given("lead-score", "3.5").decides("channel", "FIELD_REP");
    }

    @Test
    void serveTheTopTenPercentAsVip() {
        verify("tables/service-level").given("clv-percentile", "90").decides("service-level", "VIP");
        verify("tables/service-level").given("clv-percentile", "89.9").decides("service-level", "PREMIUM");
    }
}
