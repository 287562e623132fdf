package org.lotse.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.rules.ShippedRules;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.finding.Severity;

/** The rules that come with the product have examples, and keep them. */
class ShippedExamplesTest {
    private static final Set<String> OFFERS = Set.of(
            "applicability",
            "channel",
            "eligibility",
            "lead-points",
            "lead-score",
            "leave-risk",
            "route",
            "service-level",
            "suitability",
            "voucher",
            "available-jurists",
            "skill-fit");
    private final ExampleReport report = new RunExamples(
                    new CheckRules(), new RunExamples.Limits(Duration.ofMinutes(5), Duration.ZERO, 0))
            .run(ShippedRules.bundle(), LocalDate.of(2026, 11, 21), (share, examples) -> {});

    @Test
    void everyExampleIsUnderstoodAndMet() {
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
        assertThat(report.tests()).hasSizeGreaterThan(100).allMatch(ExampleReport.Test::passed);
    }

    /** The tables about messages and cases are tried by tests of their own; they have no examples yet. */
    @Test
    void everyRowOfTheOffersFiresInSomeExample() {
        assertThat(report.coverage())
                .filteredOn(
                        table -> OFFERS.contains(table.name()) || table.file().startsWith("sentences/"))
                .hasSizeGreaterThan(OFFERS.size())
                .allSatisfy(
                        table -> assertThat(table.neverFired()).as(table.file()).isEmpty());
    }
}
