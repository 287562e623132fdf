package org.lotse.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lotse.rules.ShippedRules;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.finding.Severity;

/** The rules that come with the product have examples, and keep them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedExamplesTest {
    private static final int SOME_CHANGES = 150;

    private final ExampleReport report = new RunExamples(
                    new CheckRules(),
                    new RunExamples.Limits(Duration.ofMinutes(5), Duration.ofMinutes(5), SOME_CHANGES))
            .run(ShippedRules.bundle(), LocalDate.of(2026, 11, 21), (share, examples) -> {});

    @Test
    void everyExampleIsUnderstoodAndMet() {
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
        assertThat(report.tests()).hasSizeGreaterThan(500).allMatch(ExampleReport.Test::passed);
    }

    @Test
    void everyRowFiresInSomeExample() {
        assertThat(report.coverage())
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        table -> assertThat(table.neverFired()).as(table.file()).isEmpty());
    }

    /** Nine in ten of all; what is not noticed changes nothing, as a limit that the row above draws already. */
    @Test
    void theExamplesNoticeFourInFiveSmallChanges() {
        ExampleReport.Sensitivity sensitivity = report.sensitivity().orElseThrow();

        assertThat(sensitivity.tried()).isEqualTo(SOME_CHANGES);
        assertThat(sensitivity.possible()).isGreaterThan(1_000);
        assertThat(sensitivity.score()).as("%s", sensitivity.unnoticed()).isGreaterThanOrEqualTo(0.8);
    }
}
