package org.lotse.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lotse.rules.ShippedRules;
import org.lotse.rules.check.CheckRules;

/** The rules that come with the product have examples for every row, and keep them. */
class ShippedExamplesTest {
    private final ExampleReport report = new RunExamples(
                    new CheckRules(), new RunExamples.Limits(Duration.ofMinutes(5), Duration.ZERO, 0))
            .run(ShippedRules.bundle(), LocalDate.of(2026, 11, 21), (share, examples) -> {});

    @Test
    void everyExampleIsUnderstoodAndMet() {
        assertThat(report.findings()).isEmpty();
        assertThat(report.tests()).hasSizeGreaterThan(100).allMatch(ExampleReport.Test::passed);
    }

    @Test
    void everyRowFiresInSomeExample() {
        assertThat(report.coverage())
                .isNotEmpty()
                .allSatisfy(
                        table -> assertThat(table.neverFired()).as(table.file()).isEmpty());
    }
}
